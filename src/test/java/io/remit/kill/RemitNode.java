package io.remit.kill;

import io.remit.RemitApplication;
import org.springframework.boot.SpringApplication;

/** A node of Remit, as a process of its own. Says {@code port <its port>} when it can be asked. */
public final class RemitNode {

  private RemitNode() {
  }

  /** @param arguments as Remit's own: {@code --name=value} */
  public static void main(String[] arguments) {
    System.out.println("port "
        + SpringApplication.run(RemitApplication.class, arguments).getEnvironment().getProperty("local.server.port"));
  }
}
