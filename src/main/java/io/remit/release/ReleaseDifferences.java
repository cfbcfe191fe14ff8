package io.remit.release;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.UnreadableModel;
import io.remit.model.diff.ChangedPicture;
import io.remit.model.diff.Difference;
import io.remit.model.diff.DifferenceWords;
import io.remit.model.diff.Language;
import io.remit.model.diff.ModelDifferences;
import io.remit.translation.Translations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a release changes in the one that it was changed from, in words and in pictures. */
@RestController
@RequestMapping("/api/models/releases/{number}")
@Tag(name = "Models")
class ReleaseDifferences {

  private static final String DRAWING = ".bpmn";
  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  private final Releases releases;

  ReleaseDifferences(Releases releases) {
    this.releases = releases;
  }

  /**
   * What is different in a file.
   *
   * @param sentences in the language of who asks
   * @param drawn whether there are two pictures of it
   */
  record ChangedFile(String file, List<String> sentences, boolean drawn) {
  }

  /** Which side of a change is drawn. */
  enum Side {
    BEFORE, AFTER
  }

  private record Pair(ModelFolder before, ModelFolder after) {

    private static @Nullable ModelFile in(ModelFolder folder, String name) {
      return folder.files().stream().filter(file -> file.name().equals(name)).findFirst().orElse(null);
    }
  }

  @GetMapping("/differences")
  @Operation(summary = "What a release changes, in words, by file; nothing for the first")
  List<ChangedFile> differences(@PathVariable int number, Locale wanted) {
    Pair pair = pair(number);
    Map<String, List<Difference>> byFile = new LinkedHashMap<>();
    ModelDifferences.between(pair.before(), pair.after())
        .forEach(each -> byFile.computeIfAbsent(each.file(), file -> new ArrayList<>()).add(each));
    DifferenceWords words = new DifferenceWords(language(wanted));
    return byFile.entrySet().stream()
        .map(each -> new ChangedFile(each.getKey(), words.sentences(each.getValue()), each.getKey().endsWith(DRAWING)))
        .toList();
  }

  @GetMapping(path = "/picture", produces = "image/svg+xml")
  @Operation(summary = "A drawing before or after, with what a release changes in colour",
      description = "side is BEFORE or AFTER. An SVG of shapes and texts alone.")
  ResponseEntity<String> picture(@PathVariable int number, @RequestParam String file, @RequestParam Side side,
      Locale wanted) throws UnreadableModel {
    Pair pair = pair(number);
    ModelFile before = Pair.in(pair.before(), file);
    ModelFile after = Pair.in(pair.after(), file);
    if (!file.endsWith(DRAWING) || before == null && after == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such drawing");
    }
    ChangedPicture picture = ChangedPicture.of(before, after, language(wanted));
    return ResponseEntity.ok().contentType(SVG).header("Content-Security-Policy", "default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .body(side == Side.BEFORE ? picture.before() : picture.after());
  }

  private Pair pair(int number) {
    Release release = releases.find(number).orElseThrow(() -> new UnknownReleaseException(number));
    Integer before = release.basedOn();
    ModelFolder after = releases.folder(number);
    return new Pair(before == null ? after : releases.folder(before), after);
  }

  private static Language language(Locale wanted) {
    return Language.of(Translations.spoken(wanted).getLanguage());
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownReleaseException unknown) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unreadable(UnreadableModel unreadable) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(unreadable.getMessage()));
  }
}
