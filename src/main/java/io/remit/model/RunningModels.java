package io.remit.model;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The models that run now, and all that is read of them: message texts, words, translations. When others take their
 * place, all of it is read first and replaced at once; what cannot be read replaces nothing. Whoever needs two of the
 * texts for one thing takes them in one look.
 */
public final class RunningModels {

  /** Given by no number: the folder with which this node began, before it knows what the database has. */
  public static final int AT_THE_START = 0;

  private final Set<Reading<?>> readings = new LinkedHashSet<>();
  private volatile Prepared now;

  public RunningModels(ModelFolder folder) {
    this.now = new Prepared(AT_THE_START, folder, Map.of());
  }

  /** Models with all that was read of them, which can take the place of those that run. */
  public static final class Prepared {

    private final int release;
    private final ModelFolder folder;
    private final Map<Reading<?>, Object> read;

    private Prepared(int release, ModelFolder folder, Map<Reading<?>, Object> read) {
      this.release = release;
      this.folder = folder;
      this.read = read;
    }

    /** The number of the release. */
    public int release() {
      return release;
    }

    public ModelFolder folder() {
      return folder;
    }
  }

  /** Something that is read of the models whenever they change, and given out as often as asked for. */
  public final class Reading<T> implements Supplier<T> {

    private final Function<ModelFolder, T> reader;

    private Reading(Function<ModelFolder, T> reader) {
      this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked") // what is under a reading was read by it
    public T get() {
      return (T) Objects.requireNonNull(now.read.get(this));
    }
  }

  /**
   * Something that is read now, and again whenever other models run.
   *
   * @throws RuntimeException as the reader does, if the models that run now cannot be read
   */
  public synchronized <T> Reading<T> reading(Function<ModelFolder, T> reader) {
    Reading<T> reading = new Reading<>(reader);
    Map<Reading<?>, Object> read = new HashMap<>(now.read);
    read.put(reading, reader.apply(now.folder));
    readings.add(reading);
    now = new Prepared(now.release, now.folder, Map.copyOf(read));
    return reading;
  }

  /** The models that run now. */
  public Prepared now() {
    return now;
  }

  /**
   * Reads all that is read of models of other models; those that run go on.
   *
   * @throws RuntimeException as the first reader does that cannot read them, which says why
   */
  public synchronized Prepared read(int release, ModelFolder folder) {
    Map<Reading<?>, Object> read = new HashMap<>();
    readings.forEach(reading -> read.put(reading, reading.reader.apply(folder)));
    return new Prepared(release, folder, Map.copyOf(read));
  }

  /** Lets these models run in place of those before; not if a later release runs by now. */
  public synchronized void replace(Prepared models) {
    if (models.release < now.release) {
      return;
    }
    now = models.read.keySet().equals(readings) ? models : read(models.release, models.folder);
  }
}
