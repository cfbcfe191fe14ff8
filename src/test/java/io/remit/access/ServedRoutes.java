package io.remit.access;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;

/**
 * The routes that Camunda's web apps serve, read from the annotations of the classes that serve them, with those of the
 * classes that these hand a part of the path to.
 */
final class ServedRoutes {

  private static final Map<String, Application> APPLICATIONS = Map.of(
      "/camunda/api/engine", new EngineRestApplication(),
      "/camunda/api/admin", new AdminApplication(),
      "/camunda/api/cockpit", new CockpitApplication(),
      "/camunda/api/tasklist", new TasklistApplication(),
      "/camunda/api/welcome", new WelcomeApplication());

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w[\\w-]*)}");
  private static final String NAMED = "sample";

  private final SortedSet<Route> found = new TreeSet<>();

  private ServedRoutes() {
  }

  /** A method and a path; a segment that stands for any text is its name in braces. */
  record Route(String path, String method) implements Comparable<Route> {

    @Override
    public int compareTo(Route other) {
      int byPath = path.compareTo(other.path);
      return byPath == 0 ? method.compareTo(other.method) : byPath;
    }

    @Override
    public String toString() {
      return method + " " + path;
    }

    /** A path of this route, with the engine's name, an asset of a plugin, an app, and a word for anything else. */
    String sample() {
      return VARIABLE.matcher(path).replaceAll(named -> switch (named.group(1)) {
        case "engine", "processEngineName" -> "default";
        case "name" -> path.contains("/engine/engine/{name}") && named.start() == path.indexOf("{name}")
            ? "default" : NAMED;
        case "file" -> "app/plugin.js";
        case "appName" -> "tasklist";
        default -> NAMED;
      });
    }
  }

  /** All that the applications serve which run now; the web apps know their plugins only while they run. */
  static SortedSet<Route> read() {
    ServedRoutes routes = new ServedRoutes();
    APPLICATIONS.forEach((prefix, application) -> application.getClasses().forEach(resource ->
        annotation(resource, Path.class).ifPresent(path ->
            routes.readClass(resource, joined(prefix, path.value()), Set.of()))));
    return routes.found;
  }

  private void readClass(Class<?> resource, String prefix, Set<Class<?>> outer) {
    if (outer.contains(resource)) {
      throw new IllegalStateException(resource + " hands a path to itself");
    }
    Set<Class<?>> inner = new HashSet<>(outer);
    inner.add(resource);
    for (Method method : resource.getMethods()) {
      if (method.isBridge()) {
        continue;
      }
      Optional<Path> path = annotation(method, Path.class);
      Optional<String> verb = verb(method);
      String full = joined(prefix, path.map(Path::value).orElse(""));
      if (verb.isPresent()) {
        found.add(new Route(full, verb.get()));
      } else if (path.isPresent()) {
        readClass(method.getReturnType(), full, inner);
      }
    }
  }

  private static Optional<String> verb(Method method) {
    for (Method declaration : declarations(method)) {
      for (Annotation annotation : declaration.getAnnotations()) {
        HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
        if (verb != null) {
          return Optional.of(verb.value());
        }
      }
    }
    return Optional.empty();
  }

  private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> kind) {
    return declarations(method).stream().map(declaration -> declaration.getAnnotation(kind))
        .filter(found -> found != null).findFirst();
  }

  private static <A extends Annotation> Optional<A> annotation(Class<?> type, Class<A> kind) {
    return types(type).stream().map(each -> each.getAnnotation(kind)).filter(found -> found != null).findFirst();
  }

  /** The method and those that it implements: the annotations may stand at any of them. */
  private static List<Method> declarations(Method method) {
    List<Method> declarations = new ArrayList<>();
    for (Class<?> type : types(method.getDeclaringClass())) {
      try {
        declarations.add(type.getMethod(method.getName(), method.getParameterTypes()));
      } catch (NoSuchMethodException notThere) {
        // another of the types declares it
      }
    }
    return declarations;
  }

  private static List<Class<?>> types(Class<?> type) {
    List<Class<?>> types = new ArrayList<>();
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      types.add(each);
      for (Class<?> implemented : each.getInterfaces()) {
        types.addAll(types(implemented));
      }
    }
    return types;
  }

  /** One path of two, with one slash between them, none at the end, and variables without their patterns. */
  private static String joined(String prefix, String path) {
    return (prefix + "/" + path).replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}").replaceAll("/+", "/")
        .replaceAll("/$", "");
  }
}
