package io.remit.translation;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What texts the code can make: its sources are read, and an argument of a call is followed to where its text comes
 * from, through choices, sums, methods and the callers of methods. A constant stands with its name; where it is not
 * known which, each of its kind does. What only a running program knows, such as an amount or a person's words, is
 * {@link #OPEN}.
 */
final class TextsInCode {

  /** Stands for what only a running program knows. */
  static final String OPEN = "7";

  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern SAYING =
      Pattern.compile("imeline|HoldRepository|FormWords|Fact\\(|olds\\.|life\\.|ptOuts\\."
      + "|Move\\(|Chosen\\(|outcomes\\.|messages\\.tell|ookings\\.|moves\\.|InvalidInput|EnteredText|PostingResult"
      + "|ProblemResponses");
  private static final int DEEPEST = 6;

  private final Trees trees;
  private final Map<ExecutableElement, List<Call>> calls = new HashMap<>();
  private final Map<Element, TreePath> declarations = new HashMap<>();

  private record Call(List<? extends ExpressionTree> arguments, TreePath path) {
  }

  /** The texts that can come together as some arguments of one call; one may be null. */
  record Texts(String file, List<String> arguments) {
  }

  private TextsInCode(Trees trees) {
    this.trees = trees;
  }

  /** Reads the sources of Remit. */
  static TextsInCode ofRemit() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(SOURCES).filter(TextsInCode::isRead)) {
      JavacTask task = (JavacTask) compiler.getTask(null, files, diagnostic -> { }, List.of("-proc:none"), null,
          files.getJavaFileObjectsFromPaths(sources.toList()));
      TextsInCode code = new TextsInCode(Trees.instance(task));
      List<CompilationUnitTree> units = new ArrayList<>();
      task.parse().forEach(units::add);
      task.analyze();
      units.forEach(code::index);
      return code;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a file has anything to do with texts that people read; the compiler knows the others as classes. */
  private static boolean isRead(Path path) {
    try {
      return path.toString().endsWith(".java") && SAYING.matcher(Files.readString(path)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void index(CompilationUnitTree unit) {
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        remember(call.getArguments(), getCurrentPath());
        return super.visitMethodInvocation(call, null);
      }

      @Override
      public Void visitNewClass(NewClassTree made, Void nothing) {
        remember(made.getArguments(), getCurrentPath());
        return super.visitNewClass(made, null);
      }

      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        declarations.put(trees.getElement(getCurrentPath()), getCurrentPath());
        return super.visitMethod(method, null);
      }

      @Override
      public Void visitVariable(VariableTree variable, Void nothing) {
        declarations.put(trees.getElement(getCurrentPath()), getCurrentPath());
        return super.visitVariable(variable, null);
      }
    }.scan(unit, null);
  }

  private void remember(List<? extends ExpressionTree> arguments, TreePath path) {
    if (trees.getElement(path) instanceof ExecutableElement called) {
      calls.computeIfAbsent(called, none -> new ArrayList<>()).add(new Call(arguments, path));
    }
  }

  /**
   * The texts with which a method or a constructor is called.
   *
   * @param owner the simple name of the class that declares it
   * @param method its name, {@code <init>} of a constructor
   * @param parameters the names of the parameters that are asked for; one that a call does not have is null
   */
  Set<Texts> of(String owner, String method, String... parameters) {
    return calls.entrySet().stream().filter(each -> each.getKey().getSimpleName().contentEquals(method)
            && each.getKey().getEnclosingElement().getSimpleName().contentEquals(owner))
        .flatMap(each -> each.getValue().stream().flatMap(call -> texts(each.getKey(), call, List.of(parameters))))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The texts of one argument. */
  Set<String> ofOne(String owner, String method, String parameter) {
    return of(owner, method, parameter).stream().map(texts -> texts.arguments.get(0)).collect(Collectors.toSet());
  }

  private Stream<Texts> texts(ExecutableElement called, Call call, List<String> parameters) {
    List<String> names = called.getParameters().stream().map(each -> each.getSimpleName().toString()).toList();
    List<ExpressionTree> asked = new ArrayList<>();
    parameters.forEach(name -> asked.add(names.contains(name) ? call.arguments.get(names.indexOf(name)) : null));
    String file = Path.of(call.path.getCompilationUnit().getSourceFile().getName()).getFileName().toString();
    return scopes(call.path, asked, 0).stream().flatMap(scope -> together(asked.stream()
        .map(each -> each == null ? one(null) : texts(within(call.path, each), scope, 0)).toList()).stream())
        .map(arguments -> new Texts(file, arguments));
  }

  /** What the parameters around a call can be, one map for each caller, if the arguments depend on them. */
  private List<Map<Element, Set<String>>> scopes(TreePath call, List<? extends ExpressionTree> arguments, int depth) {
    TreePath around = methodAround(call);
    if (around == null || depth > DEEPEST || !dependOnParameters(call, arguments)) {
      return List.of(Map.of());
    }
    ExecutableElement method = (ExecutableElement) trees.getElement(around);
    List<Map<Element, Set<String>>> found = calls.getOrDefault(method, List.of()).stream()
        .flatMap(caller -> scopes(caller.path, caller.arguments, depth + 1).stream()
            .map(outer -> parameters(method, caller, outer, depth))).toList();
    return found.isEmpty() ? List.of(Map.of()) : found;
  }

  private Map<Element, Set<String>> parameters(ExecutableElement method, Call call, Map<Element, Set<String>> outer,
      int depth) {
    Map<Element, Set<String>> scope = new HashMap<>();
    for (int i = 0; i < Math.min(method.getParameters().size(), call.arguments.size()); i++) {
      if (isText(method.getParameters().get(i).asType())) {
        scope.put(method.getParameters().get(i), texts(within(call.path, call.arguments.get(i)), outer, depth + 1));
      }
    }
    return scope;
  }

  private boolean dependOnParameters(TreePath call, List<? extends ExpressionTree> arguments) {
    boolean[] depend = {false};
    TreePathScanner<Void, Void> reader = new TreePathScanner<>() {
      @Override
      public Void visitIdentifier(IdentifierTree name, Void nothing) {
        Element element = trees.getElement(getCurrentPath());
        depend[0] |= element != null && element.getKind() == ElementKind.PARAMETER && isText(element.asType());
        TreePath initial = initialOf(element);
        return initial == null ? null : scan(initial, null);
      }
    };
    arguments.stream().filter(each -> each != null).forEach(each -> reader.scan(within(call, each), null));
    return depend[0];
  }

  private Set<String> texts(TreePath path, Map<Element, Set<String>> scope, int depth) {
    Tree tree = path.getLeaf();
    if (depth > DEEPEST) {
      return unknown(path);
    }
    if (tree instanceof LiteralTree literal) {
      return one(literal.getValue() == null ? null : literal.getValue().toString());
    }
    if (tree instanceof ParenthesizedTree inner) {
      return texts(within(path, inner.getExpression()), scope, depth);
    }
    if (tree.getKind() == Tree.Kind.PLUS) {
      BinaryTree sum = (BinaryTree) tree;
      List<List<String>> sums = together(List.of(texts(within(path, sum.getLeftOperand()), scope, depth),
          texts(within(path, sum.getRightOperand()), scope, depth)));
      return all(sums.stream().map(both -> known(both.get(0)) + known(both.get(1))));
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return all(Stream.of(choice.getTrueExpression(), choice.getFalseExpression())
          .flatMap(each -> texts(within(path, each), scope, depth).stream()));
    }
    if (tree instanceof SwitchExpressionTree choice) {
      return all(choice.getCases().stream().map(CaseTree::getBody).filter(ExpressionTree.class::isInstance)
          .flatMap(each -> texts(within(path, each), scope, depth).stream()));
    }
    if (tree instanceof MethodInvocationTree call) {
      return answers(path, call, scope, depth);
    }
    return tree instanceof IdentifierTree || tree instanceof MemberSelectTree ? named(path, scope, depth)
        : unknown(path);
  }

  private Set<String> named(TreePath path, Map<Element, Set<String>> scope, int depth) {
    Element element = trees.getElement(path);
    if (scope.containsKey(element)) {
      return scope.get(element);
    }
    if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT) {
      return one(element.getSimpleName().toString());
    }
    if (element instanceof VariableElement constant && constant.getConstantValue() != null) {
      return one(constant.getConstantValue().toString());
    }
    TreePath initial = initialOf(element);
    return initial == null ? unknown(path) : texts(initial, scope, depth + 1);
  }

  /** What a local variable begins with; null if it is none, or nothing. */
  private TreePath initialOf(Element element) {
    TreePath declared = element == null || element.getKind() != ElementKind.LOCAL_VARIABLE ? null
        : declarations.get(element);
    ExpressionTree initial = declared == null ? null : ((VariableTree) declared.getLeaf()).getInitializer();
    return initial == null ? null : within(declared, initial);
  }

  private Set<String> answers(TreePath path, MethodInvocationTree call, Map<Element, Set<String>> scope, int depth) {
    ExecutableElement method = (ExecutableElement) trees.getElement(path);
    if (method.getSimpleName().contentEquals("asWords")) {
      return changed(texts(within(path, call.getArguments().get(0)), scope, depth), Translation::asWords);
    }
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      TreePath receiver = within(path, select.getExpression());
      switch (method.getSimpleName().toString()) {
        case "name", "substring" -> {
          return texts(receiver, scope, depth);
        }
        case "toLowerCase" -> {
          return changed(texts(receiver, scope, depth), text -> text.toLowerCase(Locale.ROOT));
        }
        case "replace" -> {
          List<String> by = call.getArguments().stream()
              .map(each -> texts(within(path, each), scope, depth).iterator().next()).toList();
          return changed(texts(receiver, scope, depth), text -> text.replace(by.get(0), by.get(1)));
        }
        default -> {
          // it is followed if it is Remit's own
        }
      }
    }
    TreePath declared = isText(method.getReturnType()) ? declarations.get(method) : null;
    if (declared == null || ((MethodTree) declared.getLeaf()).getBody() == null) {
      return unknown(path);
    }
    Map<Element, Set<String>> inner = parameters(method, new Call(call.getArguments(), path), scope, depth);
    return all(returned(declared).stream().flatMap(each -> texts(each, inner, depth + 1).stream()));
  }

  private static List<TreePath> returned(TreePath method) {
    List<TreePath> found = new ArrayList<>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitReturn(ReturnTree returning, Void nothing) {
        found.add(new TreePath(getCurrentPath(), returning.getExpression()));
        return null;
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree other, Void nothing) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree other, Void nothing) {
        return null;
      }
    }.scan(new TreePath(method, ((MethodTree) method.getLeaf()).getBody()), null);
    return found;
  }

  /** All constants of its kind, or what is not known. */
  private Set<String> unknown(TreePath path) {
    TypeMirror type = trees.getTypeMirror(path);
    return isConstant(type) ? all(((DeclaredType) type).asElement().getEnclosedElements().stream()
        .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT).map(each -> each.getSimpleName().toString()))
        : one(OPEN);
  }

  /** A sum is only made of what is there. */
  private static String known(String text) {
    return text == null ? OPEN : text;
  }

  private static boolean isConstant(TypeMirror type) {
    return type instanceof DeclaredType declared && declared.asElement().getKind() == ElementKind.ENUM;
  }

  private static boolean isText(TypeMirror type) {
    return isConstant(type)
        || type instanceof DeclaredType declared && declared.asElement().toString().equals(String.class.getName());
  }

  private static TreePath methodAround(TreePath path) {
    TreePath at = path;
    while (at != null && !(at.getLeaf() instanceof MethodTree)) {
      at = at.getParentPath();
    }
    return at;
  }

  private static TreePath within(TreePath path, Tree part) {
    return TreePath.getPath(path, part);
  }

  private static Set<String> one(String text) {
    Set<String> one = new LinkedHashSet<>();
    one.add(text);
    return one;
  }

  private static Set<String> all(Stream<String> texts) {
    return texts.collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> changed(Set<String> texts, UnaryOperator<String> change) {
    return all(texts.stream().map(text -> text == null ? null : change.apply(text)));
  }

  /** Each of the first with each of the second, and so on. */
  private static List<List<String>> together(List<Set<String>> alternatives) {
    List<List<String>> found = List.of(List.of());
    for (Set<String> next : alternatives) {
      found = found.stream().flatMap(begun -> next.stream().map(text -> {
        List<String> longer = new ArrayList<>(begun);
        longer.add(text);
        return longer;
      })).toList();
    }
    return found;
  }
}
