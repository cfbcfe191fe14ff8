package io.remit.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls that the robot was told to make, each once, in the order in which they came. */
class CallJournal {

  private final Map<String, PlacedCall> calls = new LinkedHashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final @Nullable Path file;

  /** @param file to which each call is added as a line of JSON, without the number; null for none */
  CallJournal(@Nullable Path file) {
    this.file = file;
  }

  /** @return false if there is a call of this reference already */
  synchronized boolean add(PlacedCall call) {
    if (calls.containsKey(call.reference())) {
      return false;
    }
    if (file != null) {
      append(call);
    }
    calls.put(call.reference(), call);
    return true;
  }

  synchronized Optional<PlacedCall> find(String reference) {
    return Optional.ofNullable(calls.get(reference));
  }

  synchronized List<PlacedCall> all() {
    return List.copyOf(calls.values());
  }

  private void append(PlacedCall call) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("id", call.id());
    line.put("reference", call.reference());
    line.put("script", call.script());
    line.put("placedAt", call.placedAt().toString());
    try {
      Files.writeString(file, json.writeValueAsString(line) + "\n", StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
