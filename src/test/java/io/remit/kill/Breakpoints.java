package io.remit.kill;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.LocatableEvent;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.StepRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stops threads of another JVM at places in its code, by what debuggers use: nothing is changed in the program for it.
 * Of places in a row the second counts from the first on, and in the thread that came to the first alone.
 */
final class Breakpoints implements AutoCloseable {

  private static final String COURSE = "course";

  private final VirtualMachine machine;
  private final List<Course> underWay = new ArrayList<>();

  private Breakpoints(VirtualMachine machine) {
    this.machine = machine;
  }

  /** What a JVM is told so that it lets itself be stopped; it then says {@code Listening} and at which port. */
  static List<String> option() {
    return List.of("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0");
  }

  /**
   * A place in the code.
   *
   * @param type the name of the class, as the JVM has it
   * @param method all of this name are meant
   * @param behind whether it is where the method has returned, else where it begins
   * @param times how often it has to come there
   */
  record Place(String type, String method, boolean behind, int times) {

    static Place before(String type, String method) {
      return new Place(type, method, false, 1);
    }

    static Place behind(String type, String method) {
      return new Place(type, method, true, 1);
    }

    Place times(int more) {
      return new Place(type, method, behind, more);
    }
  }

  /** @param said what the JVM said behind {@code Listening} */
  static Breakpoints in(String said) {
    AttachingConnector connector = Bootstrap.virtualMachineManager().attachingConnectors().stream()
        .filter(each -> each.transport().name().equals("dt_socket")).findFirst().orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("hostname").setValue("127.0.0.1");
    arguments.get("port").setValue(said.substring(said.lastIndexOf(' ') + 1).strip());
    try {
      return new Breakpoints(connector.attach(arguments));
    } catch (IOException | IllegalConnectorArgumentsException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A way through the code, at whose end a thread stops. */
  private static final class Course {

    private final String name;
    private final List<Place> places;
    private final List<EventRequest> requests = new ArrayList<>();
    private int at;
    private int left;

    Course(String name, List<Place> places) {
      this.name = name;
      this.places = places;
      this.left = places.get(0).times();
    }

    Place place() {
      return places.get(at);
    }
  }

  /** @param places which a thread comes to one after the other; behind the last it stops */
  void arm(String name, List<Place> places) {
    Course course = new Course(name, places);
    underWay.add(course);
    set(course, null);
  }

  /**
   * Waits until a thread stands at the end of each course that was armed. The others go on meanwhile.
   *
   * @return the names of the courses to whose end none has come within this time
   */
  Set<String> await(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (!underWay.isEmpty() && System.nanoTime() < end) {
        EventSet events = machine.eventQueue().remove(200);
        if (events != null && !stops(events)) {
          events.resume();
        }
      }
      return underWay.stream().map(course -> course.name).collect(Collectors.toSet());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private boolean stops(EventSet events) {
    boolean stops = false;
    for (Event event : events) {
      if (event.request() != null && event.request().getProperty(COURSE) instanceof Course course) {
        stops |= event instanceof ClassPrepareEvent prepared ? set(course, prepared.referenceType(), null)
            : goesOn(course, (LocatableEvent) event);
      }
    }
    return stops;
  }

  /** @return whether this is its end */
  private boolean goesOn(Course course, LocatableEvent came) {
    boolean returned = came.request() instanceof StepRequest;
    if (!returned && --course.left > 0) {
      return false;
    }
    machine.eventRequestManager().deleteEventRequests(course.requests);
    course.requests.clear();
    if (!returned && course.place().behind()) {
      stepOut(course, came.thread());
      return false;
    }
    course.at++;
    if (course.at == course.places.size()) {
      underWay.remove(course);
      return true;
    }
    course.left = course.place().times();
    set(course, came.thread());
    return false;
  }

  private void stepOut(Course course, ThreadReference thread) {
    StepRequest step = machine.eventRequestManager()
        .createStepRequest(thread, StepRequest.STEP_LINE, StepRequest.STEP_OUT);
    step.addCountFilter(1);
    enable(course, step);
  }

  private void set(Course course, ThreadReference thread) {
    List<ReferenceType> loaded = machine.classesByName(course.place().type());
    if (loaded.isEmpty()) {
      ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
      prepared.addClassFilter(course.place().type());
      enable(course, prepared);
    }
    loaded.forEach(type -> set(course, type, thread));
  }

  /** @return that nothing stops by this */
  private boolean set(Course course, ReferenceType type, ThreadReference thread) {
    List<Location> begins = type.methodsByName(course.place().method()).stream()
        .filter(method -> !method.isAbstract() && !method.isBridge()).map(Method::location).toList();
    if (begins.isEmpty()) {
      throw new IllegalArgumentException("There is no " + course.place().type() + "." + course.place().method());
    }
    for (Location begin : begins) {
      BreakpointRequest request = machine.eventRequestManager().createBreakpointRequest(begin);
      if (thread != null) {
        request.addThreadFilter(thread);
      }
      enable(course, request);
    }
    return false;
  }

  private static void enable(Course course, EventRequest request) {
    request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
    request.putProperty(COURSE, course);
    request.enable();
    course.requests.add(request);
  }

  @Override
  public void close() {
    try {
      machine.dispose();
    } catch (VMDisconnectedException killed) {
      // so it should be
    }
  }
}
