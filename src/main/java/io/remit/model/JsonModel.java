package io.remit.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;

/**
 * Reads the JSON of a form as parts: an object is a part with the name of its field, a component one with the name of
 * its type, and what is no object is an attribute.
 */
final class JsonModel {

  private static final String COMPONENTS = "components";
  private static final int DEEPEST = 20;
  private static final JsonFactory STRICT = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonModel() {
  }

  static ModelPart read(byte[] content) throws UnreadableModel {
    try (JsonParser json = STRICT.createParser(PlainFile.text(content))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableModel(1, "it is no JSON object");
      }
      ModelPart form = object("form", json);
      if (json.nextToken() != null) {
        throw new UnreadableModel(lineOf(json), "something follows the form");
      }
      return form;
    } catch (JsonProcessingException e) {
      throw new UnreadableModel(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @throws UnreadableModel if it is no JSON object */
  static void checkThatItIsOne(byte[] content) throws UnreadableModel {
    try (JsonParser json = STRICT.createParser(PlainFile.text(content))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableModel(1, "it is no JSON object");
      }
      json.skipChildren();
      if (json.nextToken() != null) {
        throw new UnreadableModel(lineOf(json), "something follows the object");
      }
    } catch (JsonProcessingException e) {
      throw new UnreadableModel(e.getLocation() == null ? 0 : e.getLocation().getLineNr(), e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ModelPart object(String name, JsonParser json) throws IOException, UnreadableModel {
    int line = lineOf(json);
    Map<QName, String> attributes = new HashMap<>();
    List<ModelPart> children = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (value == JsonToken.START_OBJECT) {
        children.add(object(field, json));
      } else if (value == JsonToken.START_ARRAY) {
        list(field, json, children);
      } else {
        attributes.put(new QName(field), json.getText());
      }
    }
    String type = attributes.get(new QName("type"));
    return new ModelPart(new QName(name.equals(COMPONENTS) ? "component-" + type : name), attributes, "", children,
        line);
  }

  private static void list(String field, JsonParser json, List<ModelPart> children)
      throws IOException, UnreadableModel {
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        throw new UnreadableModel(lineOf(json), field + " holds something else than objects");
      }
      children.add(object(field, json));
    }
  }

  private static int lineOf(JsonParser json) {
    return json.currentTokenLocation().getLineNr();
  }
}
