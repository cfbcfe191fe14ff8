package io.remit.kill;

import io.remit.RemitApplication;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;

/**
 * A node of Remit, as a process of its own, whose time stands still. Says {@code port <its port>} when it can be asked.
 * Reads a time from each line of its standard input, and from the first one on works on what is due: until then it
 * rests.
 */
public final class NodeAtATime {

  private NodeAtATime() {
  }

  /** @param arguments the time that it is, and then as Remit's own: {@code --name=value} */
  public static void main(String[] arguments) throws IOException {
    ClockUtil.setCurrentTime(Date.from(Instant.parse(arguments[0])));
    String[] settings = new String[arguments.length - 1];
    System.arraycopy(arguments, 1, settings, 0, settings.length);
    ConfigurableApplicationContext node = SpringApplication.run(RemitApplication.class, settings);
    JobExecutor jobs = ((ProcessEngineConfigurationImpl) node.getBean(ProcessEngine.class)
        .getProcessEngineConfiguration()).getJobExecutor();
    SmartLifecycle sending = node.getBean("dispatcherThreads", SmartLifecycle.class);
    jobs.shutdown();
    sending.stop();
    System.out.println("port " + node.getEnvironment().getProperty("local.server.port"));
    BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = told.readLine(); line != null; line = told.readLine()) {
      ClockUtil.setCurrentTime(Date.from(Instant.parse(line)));
      if (!sending.isRunning()) {
        sending.start();
        jobs.start();
      }
      System.out.println("works since " + line);
    }
    // whoever started it is gone
    Runtime.getRuntime().halt(1);
  }
}
