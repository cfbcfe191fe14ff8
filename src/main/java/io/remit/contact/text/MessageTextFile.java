package io.remit.contact.text;

import io.remit.contact.MalformedMessageException;
import io.remit.files.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message text as its file holds it, checked against the rules of the format.
 *
 * @param text the text, not yet known to be approved
 * @param sha256 of the file's bytes, in lower case hexadecimal digits
 */
record MessageTextFile(ApprovedText text, String sha256) {

  private static final Pattern FILE_NAME = Pattern.compile(
      "(?<template>[a-z]+(?:-[a-z]+)*-(?<kind>sms|email|letter|script|line))"
          + "\\.(?<language>[A-Za-z0-9-]+)\\.(?<version>[1-9][0-9]{0,8})\\.txt");
  private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}|[{}]");
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\uFEFF]");
  private static final String SUBJECT = "Subject: ";

  /**
   * Reads a text.
   *
   * @param fileName template, language and version, such as {@code reminder-sms.en.1.txt}
   * @throws MalformedMessageException if the name or the content breaks a rule
   */
  static MessageTextFile read(String fileName, byte[] content) {
    Matcher name = FILE_NAME.matcher(fileName);
    if (!name.matches() || !isLanguage(name.group("language"))) {
      throw new MalformedMessageException(fileName, 1, "file-name",
          "the name must be <template>.<language>.<version>.txt, the template ending in -sms, -email, -letter, -script"
              + " or -line, the language a BCP 47 tag, the version a whole number from 1");
    }
    List<String> lines = decode(fileName, content).lines().toList();
    TextKind kind = TextKind.valueOf(name.group("kind").toUpperCase(Locale.ROOT));
    checkLines(fileName, kind, lines);
    boolean hasSubject = kind.hasSubject();
    String subject = hasSubject ? subjectOf(fileName, lines) : null;
    String body = bodyOf(fileName, lines, hasSubject ? 2 : 0);
    ApprovedText text = new ApprovedText(name.group("template"), name.group("language"),
        Integer.parseInt(name.group("version")), subject, body);
    return new MessageTextFile(text, Sha256.of(content));
  }

  private static boolean isLanguage(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return !locale.getLanguage().isEmpty() && locale.toLanguageTag().equals(tag);
  }

  private static String decode(String fileName, byte[] content) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new MalformedMessageException(fileName, 1, "encoding", "the file is not UTF-8");
    }
  }

  private static void checkLines(String fileName, TextKind kind, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (CONTROLS.matcher(lines.get(i)).find()) {
        throw new MalformedMessageException(fileName, i + 1, "control-character",
            "the line has a control character or a byte order mark");
      }
      Matcher braces = BRACES.matcher(lines.get(i));
      while (braces.find()) {
        String key = braces.group(1);
        if (key == null || Placeholder.of(key).filter(kind::mayUse).isEmpty()) {
          throw new MalformedMessageException(fileName, i + 1, "unknown-placeholder",
              braces.group() + " is not one of the placeholders that README.md lists");
        }
      }
    }
  }

  private static String subjectOf(String fileName, List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).startsWith(SUBJECT) || lines.get(0).substring(SUBJECT.length()).isBlank()) {
      throw new MalformedMessageException(fileName, 1, "subject",
          "an e-mail or letter must begin with a line \"Subject: ...\"");
    }
    if (lines.size() < 2 || !lines.get(1).isEmpty()) {
      throw new MalformedMessageException(fileName, 2, "subject", "an empty line must follow the subject");
    }
    return lines.get(0).substring(SUBJECT.length()).strip();
  }

  private static String bodyOf(String fileName, List<String> lines, int from) {
    String body = String.join("\n", lines.subList(from, lines.size())).strip();
    if (body.isEmpty()) {
      throw new MalformedMessageException(fileName, from + 1, "body", "the text is empty");
    }
    if (body.startsWith(SUBJECT)) {
      throw new MalformedMessageException(fileName, from + 1, "subject", "the text has a subject where none belongs");
    }
    return body;
  }
}
