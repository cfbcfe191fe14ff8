package io.remit.browser;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.ArrayList;
import java.util.List;

/** The fonts in which Chromium draws a page. It is asked what it does: a style only says what a page would like. */
final class DrawnFonts {

  /** Marks the elements that have text of their own, or a sign. */
  private static final String MARK = """
      () => document.querySelectorAll('body *').forEach(each => each.toggleAttribute('data-drawn',
          each.matches('input, textarea, select, .glyphicon, [class*=icon-]')
          || [...each.childNodes].some(child => child.nodeType === Node.TEXT_NODE && child.data.trim())))""";

  private DrawnFonts() {
  }

  /** The fonts that did not come with the page, and what is drawn in each. */
  static List<String> ofTheMachine(Page page) {
    page.evaluate(MARK);
    CDPSession chromium = page.context().newCDPSession(page);
    chromium.send("DOM.enable");
    chromium.send("CSS.enable");
    List<String> found = new ArrayList<>();
    int served = 0;
    for (JsonElement id : drawn(chromium)) {
      JsonObject element = new JsonObject();
      element.add("nodeId", id);
      for (JsonElement font : fontsOf(element, chromium)) {
        if (font.getAsJsonObject().get("isCustomFont").getAsBoolean()) {
          served++;
        } else {
          found.add(font.getAsJsonObject().get("familyName").getAsString() + ": "
              + chromium.send("DOM.getOuterHTML", element).get("outerHTML").getAsString());
        }
      }
    }
    chromium.detach();
    if (served == 0) {
      throw new AssertionError("no font came with the page");
    }
    return found;
  }

  private static Iterable<JsonElement> drawn(CDPSession chromium) {
    JsonObject query = new JsonObject();
    query.add("nodeId", chromium.send("DOM.getDocument").getAsJsonObject("root").get("nodeId"));
    query.addProperty("selector", "[data-drawn]");
    return chromium.send("DOM.querySelectorAll", query).getAsJsonArray("nodeIds");
  }

  private static Iterable<JsonElement> fontsOf(JsonObject element, CDPSession chromium) {
    try {
      return chromium.send("CSS.getPlatformFontsForNode", element).getAsJsonArray("fonts");
    } catch (PlaywrightException gone) {
      // the app has drawn this part of its page anew
      return List.of();
    }
  }
}
