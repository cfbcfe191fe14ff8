package io.remit.process.models;

import io.remit.model.diff.DiffCommand;
import io.remit.process.trial.TryCommand;
import io.remit.release.ReleaseCommands;
import io.remit.release.migration.MigrateCommand;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a process owner asks about models on the command line: {@code models} and the word of a command. */
public final class ModelsCommand {

  private static final String NAME = "models";
  private static final int NOT_UNDERSTOOD = 2;
  private static final List<Command> COMMANDS = List.of(
      new Command("check", "FOLDER", "what is wrong with the models in a folder", CheckCommand::run),
      new Command("diff", "OLD NEW", "what changed between two folders, in words and pictures", DiffCommand::run),
      new Command("try", "FOLDER", "what the open portfolio would do under other models", TryCommand::run),
      new Command("deploy", "FOLDER", "propose a folder to a Remit that runs", ReleaseCommands::deploy),
      new Command("approve", "NUMBER", "let a proposed release run", ReleaseCommands::approve),
      new Command("refuse", "NUMBER", "refuse a proposed release", ReleaseCommands::refuse),
      new Command("rollback", "NUMBER", "go back to the release before", ReleaseCommands::rollback),
      new Command("list", "", "the releases, and which runs", ReleaseCommands::list),
      new Command("migrate", "PROCESS", "move open cases to the newest version", MigrateCommand::run));

  private ModelsCommand() {
  }

  /** A command of its own: what it is told, and what it answers. */
  @FunctionalInterface
  interface Run {

    /**
     * @param words behind that of the command
     * @return 0 if all is well, 1 if something was found, 2 if the words are not understood
     */
    int run(PrintStream out, PrintStream err, List<String> words);
  }

  /**
   * @param takes what has to be said behind it; it says itself what may be said besides
   * @param does in a line
   */
  private record Command(String name, String takes, String does, Run run) {

    String usage() {
      return "models %-24s %s".formatted(name + " " + takes, does);
    }
  }

  /** Whether the arguments of a start ask for this, and for nothing else. */
  public static boolean isAskedFor(String... arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME);
  }

  /**
   * Does what is asked.
   *
   * @param arguments beginning with {@code models}
   * @return the status with which the program ends
   */
  public static int run(PrintStream out, PrintStream err, String... arguments) {
    Optional<Command> command = COMMANDS.stream()
        .filter(each -> arguments.length > 1 && each.name().equals(arguments[1])).findFirst();
    if (command.isPresent()) {
      return command.get().run().run(out, err, Arrays.asList(arguments).subList(2, arguments.length));
    }
    boolean help = arguments.length == 2 && List.of("help", "--help", "-h").contains(arguments[1]);
    COMMANDS.forEach(each -> (help ? out : err).println(each.usage()));
    return help ? 0 : NOT_UNDERSTOOD;
  }
}
