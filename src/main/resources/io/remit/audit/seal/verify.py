#!/usr/bin/env python3
"""Verifies a trail that Remit exported. It needs Python alone. See README.txt.

verify.py [FOLDER] [NUMBER:HASH]   FOLDER is where this file lies unless said; NUMBER:HASH a seal noted before.
Ends with 0 if everything is as it was sealed, else with 1 and a line for each finding.
"""
import hashlib
import json
import os
import sys

noted = [word for word in sys.argv[1:] if ":" in word and word[0].isdigit()]
folder = ([word for word in sys.argv[1:] if word not in noted] or [os.path.dirname(os.path.abspath(__file__))])[0]
kept_for_a_time = {"audit_event", "audit_answer", "audit_repeat", "user_change"}
findings = 0


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def find(what):
    global findings
    findings += 1
    print(what)


def lines(name):
    path = os.path.join(folder, name + ".ndjson")
    if os.path.exists(path):
        with open(path, encoding="utf-8", newline="\n") as file:
            for line in file:
                yield line.rstrip("\n")


removed, left = {}, set()
for line in lines("trail_erasure"):
    row = json.loads(line)
    if "digest_after" in row:
        left.add((row["table_name"], int(row["first_id"]), row["digest_after"]))
    else:
        removed.setdefault(row["table_name"], []).append((int(row["first_id"]), int(row["last_id"]), row["older_than"]))

readers, waiting, sealed_to, rows, erased = {}, {}, {}, 0, 0
number, head = 0, "0" * 64


def next_row(table):
    line = next(readers[table], None)
    waiting[table] = None if line is None else (int(json.loads(line)["id"]), sha256(line))


for line in lines("seals"):
    seal = json.loads(line)
    table, last = seal["table"], int(seal["last"])
    name = "seal " + seal["number"] + ", " + table
    if int(seal["number"]) != number + 1 or int(seal["after"]) != sealed_to.get(table, 0):
        find(name + ": a seal before this one is missing")
    elif seal["previous"] != head:
        find(name + ": the seal was altered")
    chain = seal["previous"]
    for digest in seal["digests"]:
        chain = sha256(chain + " " + digest)
    text = "\n".join(["remit-trail-1"] + [seal[each] for each in
                     ("number", "table", "after", "last", "rows", "newest", "sealed", "previous")] + [chain])
    if sha256(text) != seal["hash"] or len(seal["digests"]) != int(seal["rows"]):
        find(name + ": the seal was altered")
    number, head, sealed_to[table] = int(seal["number"]), seal["hash"], last
    if seal["number"] + ":" + seal["hash"] in noted:
        noted.remove(seal["number"] + ":" + seal["hash"])
    if table not in readers:
        readers[table] = lines(table)
        next_row(table)
    digests = {int(each.split(" ")[0]): each.split(" ")[1] for each in seal["digests"]}
    rows += len(digests)
    while waiting[table] and waiting[table][0] <= last:
        key, digest = waiting[table]
        sealed = digests.pop(key, None)
        if sealed is None:
            find("%s %d: was inserted among sealed rows" % (table, key))
        elif sealed != digest and (table, key, digest) in left:
            erased += 1
        elif sealed != digest:
            find("%s %d: was changed" % (table, key))
        next_row(table)
    for key in sorted(digests):
        if table in kept_for_a_time and any(
                first <= key <= end and (table == "user_change" or older > seal["newest"])
                for first, end, older in removed.get(table, [])):
            erased += 1
        else:
            find("%s %d: was removed" % (table, key))

for each in noted:
    find("the seal " + each + " is not in the chain: it was made anew")
print("%d rows in %d seals, %d of them removed or erased by a rule; last seal %d:%s" % (rows, number, erased, number, head))
print("the trail is as it was sealed" if findings == 0 else "%d findings" % findings)
sys.exit(1 if findings else 0)
