package io.remit.process.models;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a process owner asks about models on the command line: {@code models} and the word of a command. */
public final class ModelsCommand {

  private static final String NAME = "models";
  private static final int NOT_UNDERSTOOD = 2;
  private static final Map<String, Command> COMMANDS = new TreeMap<>(Map.of(
      "check", new Command(CheckCommand.USAGE, CheckCommand::run)));

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

  /** @param usage a line for each way to call it */
  private record Command(String usage, Run run) {
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
    Command command = arguments.length < 2 ? null : COMMANDS.get(arguments[1]);
    if (command == null) {
      boolean help = arguments.length == 2 && List.of("help", "--help", "-h").contains(arguments[1]);
      PrintStream shown = help ? out : err;
      COMMANDS.values().forEach(each -> shown.println(each.usage().strip()));
      return help ? 0 : NOT_UNDERSTOOD;
    }
    return command.run().run(out, err, Arrays.asList(arguments).subList(2, arguments.length));
  }
}
