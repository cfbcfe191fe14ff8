package io.remit.process.engine;

import io.remit.model.Finding;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.model.RunningModels;
import io.remit.process.contract.ModelContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.ResourceLoaderAware;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.ResourceUtils;

/**
 * Reads the models and refuses the start if they break a rule: before there is an engine, a connection to the
 * database, or anything else of Remit. What was read here, and nothing that is written later, is the folder that this
 * start is given: {@link io.remit.release.ReleaseStart} says whether it runs.
 */
@Component
class CheckedModels implements BeanFactoryPostProcessor, EnvironmentAware, ResourceLoaderAware {

  private static final String SETTING = "remit.models";
  private static final List<String> FOLDERS = List.of("", "messages/", "words/");

  private Environment environment;
  private ResourcePatternResolver resources;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void setResourceLoader(ResourceLoader loader) {
    this.resources = ResourcePatternUtils.getResourcePatternResolver(loader);
  }

  /** @throws ModelsRefused if a rule is broken, or there is nothing to deploy */
  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    ModelFolder folder = checked(environment.resolveRequiredPlaceholders("${remit.models}"));
    beans.registerSingleton("modelFolder", folder);
    beans.registerSingleton("runningModels", new RunningModels(folder));
  }

  private ModelFolder checked(String place) {
    if (!place.endsWith("/")) {
      throw new ModelsRefused("Set " + SETTING + " to a folder, with / at its end; it is " + place);
    }
    ModelFolder folder;
    try {
      folder = place.startsWith(ResourceUtils.FILE_URL_PREFIX) ? inFiles(place) : inResources(place);
    } catch (IOException e) {
      throw new ModelsRefused("The models at " + place + " cannot be read: " + e.getMessage());
    }
    if (folder.files().stream().noneMatch(ModelFile::isDeployed)) {
      throw new ModelsRefused("There are no models at " + place + "; set " + SETTING);
    }
    List<Finding> findings = ModelContract.check(folder);
    if (!findings.isEmpty()) {
      throw ModelsRefused.because(findings, place);
    }
    return folder;
  }

  private static ModelFolder inFiles(String place) throws IOException {
    Path folder = ResourceUtils.getFile(place).toPath();
    if (!Files.isDirectory(folder)) {
      throw new ModelsRefused("There are no models at " + place + "; set " + SETTING);
    }
    return ModelFolder.in(folder);
  }

  /** Those that Remit brings along; what is hidden does not count, as in a folder of files. */
  private ModelFolder inResources(String place) throws IOException {
    List<ModelFile> files = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (Resource file : resources.getResources(place + folder + "*.*")) {
        String name = String.valueOf(file.getFilename());
        if (!name.startsWith(".")) {
          files.add(new ModelFile(folder + name, file.getContentAsByteArray()));
        }
      }
    }
    files.sort(Comparator.comparing(ModelFile::name));
    return new ModelFolder(files, List.of());
  }
}
