package io.remit.release;

import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.release.ReleaseRepository.StoredFile;
import io.remit.release.Releases.Said;
import io.remit.release.Releases.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Releases of models, for those who change them, decide on them, and watch what runs. */
@RestController
@RequestMapping("/api/models")
@Tag(name = "Models")
class ReleaseController {

  private static final int MOST_SHOWN = 200;
  private static final String FROM_START = "start";

  private final Releases releases;
  private final ReleaseRepository repository;
  private final ReleaseStart start;
  private final ModelsThatRun models;
  private final ModelEngine engine;
  private final ModelFolder given;

  ReleaseController(Releases releases, ReleaseRepository repository, ReleaseStart start, ModelsThatRun models,
      ModelEngine engine, ModelFolder modelFolder) {
    this.releases = releases;
    this.repository = repository;
    this.start = start;
    this.models = models;
    this.engine = engine;
    this.given = modelFolder;
  }

  /** The newest releases first. */
  record ReleaseList(@Nullable Integer running, List<Release> items) {
  }

  /** A release with the names of its files, and in which they are others than in the release it was changed from. */
  record WholeRelease(Release release, List<StoredFile> files, List<String> added, List<String> changed,
      List<String> removed) {
  }

  /**
   * @param decision APPROVED or REFUSED
   * @param note why; may be missing for APPROVED; up to 500 characters
   */
  record Decision(@Nullable String decision, @Nullable String note) {
  }

  /** @param note why, up to 500 characters */
  record WhyBack(@Nullable String note) {
  }

  /**
   * A version that is deployed, with the release that brought it.
   *
   * @param release null where it was deployed before there were releases
   * @param by who proposed that release, or null
   * @param approvedBy who approved it, or null
   */
  record Version(DeployedVersion version, @Nullable Integer release, @Nullable String by, @Nullable String approvedBy) {
  }

  /**
   * What runs.
   *
   * @param release the one that runs
   * @param onThisNode whose texts and words the node has that answers
   * @param differing the files in which the folder that Remit was given is another than what ran at the start
   */
  record Running(Release release, int onThisNode, List<String> differing, List<Version> versions) {
  }

  @GetMapping("/running")
  @Operation(summary = "What runs: the release, and each process, decision and form with its version",
      description = "Older versions are named as long as cases go by them.")
  Running running() {
    Map<String, Release> byDeployment = repository.byDeployment();
    List<Version> versions = engine.versions().stream().map(version -> {
      Release release = byDeployment.get(version.deploymentId());
      return release == null ? new Version(version, null, null, null)
          : new Version(version, release.number(), release.proposedBy(), release.decidedBy());
    }).toList();
    return new Running(releases.running(), models.here(), start.differing(), versions);
  }

  @GetMapping("/releases")
  @Operation(summary = "The newest releases: which runs, which wait, who proposed and decided")
  ReleaseList list() {
    return new ReleaseList(repository.running().orElse(null), repository.newest(MOST_SHOWN));
  }

  @GetMapping("/releases/{number}")
  @Operation(summary = "A release with its files and what is changed in them")
  WholeRelease one(@PathVariable int number) {
    Release release = releases.find(number).orElseThrow(() -> new UnknownReleaseException(number));
    List<StoredFile> files = repository.files(number);
    List<StoredFile> before = release.basedOn() == null ? List.of() : repository.files(release.basedOn());
    return new WholeRelease(release, files,
        files.stream().map(StoredFile::name).filter(name -> digest(before, name).isEmpty()).toList(),
        files.stream().filter(file -> digest(before, file.name()).filter(old -> !old.equals(file.sha256())).isPresent())
            .map(StoredFile::name).toList(),
        before.stream().map(StoredFile::name).filter(name -> digest(files, name).isEmpty()).toList());
  }

  private static Optional<String> digest(List<StoredFile> files, String name) {
    return files.stream().filter(file -> file.name().equals(name)).map(StoredFile::sha256).findFirst();
  }

  @GetMapping(path = "/releases/{number}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Operation(summary = "A file of a release as it was sent")
  ResponseEntity<byte[]> file(@PathVariable int number, @RequestParam String name) {
    byte[] content = repository.content(number, name)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such file"));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name.substring(name.lastIndexOf('/') + 1)).build().toString())
        .header("X-Content-Type-Options", "nosniff").body(content);
  }

  @PostMapping(path = "/releases", consumes = "!multipart/*")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Propose models",
      description = "The body is a ZIP archive of the whole folder; or with file=, one file in place of its namesake;"
          + " or nothing with from=, which takes the files of an earlier release, or with from=start those of the"
          + " folder that Remit was given. With findings nothing is stored.")
  @RequestBody(content = {@Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
      @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))})
  @ApiResponse(responseCode = "422", description = "There are findings: file, element, rule, detail")
  @ApiResponse(responseCode = "409", description = "It is out of date: another release runs by now")
  Release propose(@RequestParam(required = false) @Nullable String comment,
      @RequestParam(required = false) @Nullable String label, @RequestParam(required = false) @Nullable Integer basedOn,
      @RequestParam(required = false) @Nullable String file, @RequestParam(required = false) @Nullable String from,
      @Parameter(hidden = true) HttpServletRequest request, Principal user) throws IOException {
    Said said = new Said(label, comment).checked();
    if (file != null && from != null) {
      throw new InvalidInputException("file", "cannot be given together with a release");
    }
    byte[] body = body(request, file == null ? ReleaseArchive.LARGEST : ModelFolder.LARGEST_FILE);
    if (from != null) {
      return releases.propose(stored(from), basedOn, said, user.getName());
    }
    if (file == null) {
      return releases.propose(ReleaseArchive.read(body), basedOn, said, user.getName());
    }
    Release running = releases.running();
    ModelFolder changed = releases.folder(running.number()).with(new ModelFile(ReleaseArchive.name(file), body));
    return releases.propose(changed, basedOn == null ? running.number() : basedOn, said, user.getName());
  }

  private ModelFolder stored(String from) {
    if (from.equals(FROM_START)) {
      return given;
    }
    try {
      return releases.folder(Integer.parseInt(from));
    } catch (NumberFormatException none) {
      throw new InvalidInputException("from", "is no release that can be proposed anew");
    }
  }

  private static byte[] body(HttpServletRequest request, int most) throws IOException {
    try (InputStream sent = request.getInputStream()) {
      byte[] body = sent.readNBytes(most + 1);
      if (body.length > most) {
        throw new ResponseStatusException(HttpStatus.PAYLOAD_TOO_LARGE, "more than " + most + " bytes were sent");
      }
      return body;
    }
  }

  @PostMapping("/releases/{number}/decision")
  @Operation(summary = "Approve a release, which then runs at once, or refuse it",
      description = "Not by who proposed it. A refusal needs a note.")
  @ApiResponse(responseCode = "409", description = "It does not wait, or is out of date")
  @ApiResponse(responseCode = "422", description = "It cannot be deployed: file, element, rule, detail")
  Release decide(@PathVariable int number,
      @org.springframework.web.bind.annotation.RequestBody Decision decision, Principal user) {
    return releases.decide(number, EnteredText.choice("decision", decision.decision(), Verdict.class), decision.note(),
        user.getName());
  }

  @PostMapping("/releases/{number}/rollback")
  @Operation(summary = "Go back to the release that ran before",
      description = "Its files are deployed anew, as a release of its own. It was approved once: one person may do it,"
          + " for the days of remit.releases.roll-back-within.")
  @ApiResponse(responseCode = "409", description = "It is not the release before, or too many days have passed")
  Release rollBack(@PathVariable int number, @org.springframework.web.bind.annotation.RequestBody WhyBack why,
      Principal user) {
    return releases.rollBack(number, why.note(), user.getName());
  }

  @ExceptionHandler
  ProblemDetail refused(ReleaseRefused refused) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refused.getMessage());
    problem.setProperty("findings", refused.findings());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail overtaken(ReleaseOvertaken overtaken) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, overtaken.getMessage());
  }

  @ExceptionHandler
  ProblemDetail another(PessimisticLockingFailureException waiting) {
    return overtaken(new ReleaseOvertaken("another release is being deployed at this moment; try again"));
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownReleaseException unknown) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
  }
}
