package io.remit.visit.day;

import io.remit.visit.tour.Coordinates;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A map of a tour, drawn of nothing but the coordinates: nobody outside learns where debtors live. The numbers of the
 * stops are put on it by the page.
 */
final class TourMap {

  private static final int WIDTH = 1360;
  private static final int HEIGHT = 800;
  private static final int MARGIN = 60;
  private static final double LEAST_DEGREES = 0.01;
  private static final Color GRID = new Color(0xe5e7eb);
  private static final Color WAY = new Color(0x2563eb);
  private static final Color START = new Color(0x15803d);
  private static final int LINES = 8;

  private final List<Coordinates> places;
  private final double west;
  private final double north;
  private final double scale;
  private final double narrowing;

  /** @param stops in the order of the tour */
  TourMap(Coordinates start, List<Coordinates> stops) {
    this.places = Stream.concat(Stream.of(start), stops.stream()).toList();
    double south = places.stream().mapToDouble(Coordinates::latitude).min().orElseThrow();
    double top = places.stream().mapToDouble(Coordinates::latitude).max().orElseThrow();
    double left = places.stream().mapToDouble(Coordinates::longitude).min().orElseThrow();
    double right = places.stream().mapToDouble(Coordinates::longitude).max().orElseThrow();
    // a degree of longitude is shorter the farther it is from the equator
    this.narrowing = Math.max(LEAST_DEGREES, Math.cos(Math.toRadians((south + top) / 2)));
    double across = Math.max(LEAST_DEGREES, (right - left) * narrowing);
    double down = Math.max(LEAST_DEGREES, top - south);
    this.scale = Math.min((WIDTH - 2.0 * MARGIN) / across, (HEIGHT - 2.0 * MARGIN) / down);
    this.west = (left + right) / 2 - WIDTH / 2.0 / scale / narrowing;
    this.north = (top + south) / 2 + HEIGHT / 2.0 / scale;
  }

  /**
   * Where a number stands.
   *
   * @param left and top: in percent of the map
   */
  record Label(int number, String left, String top) {
  }

  /** The numbers of the stops, from 1. */
  List<Label> labels() {
    List<Label> labels = new ArrayList<>();
    for (int i = 1; i < places.size(); i++) {
      labels.add(new Label(i, percent(x(places.get(i)) / WIDTH), percent(y(places.get(i)) / HEIGHT)));
    }
    return labels;
  }

  private static String percent(double share) {
    return Math.round(share * 1000) / 10.0 + "%";
  }

  private double x(Coordinates place) {
    return (place.longitude() - west) * narrowing * scale;
  }

  private double y(Coordinates place) {
    return (north - place.latitude()) * scale;
  }

  /** The picture, as the address that a page gives it. */
  String asAddress() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D drawing = image.createGraphics();
    drawing.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    drawing.setColor(Color.WHITE);
    drawing.fillRect(0, 0, WIDTH, HEIGHT);
    drawing.setColor(GRID);
    for (int i = 1; i < LINES; i++) {
      drawing.drawLine(i * WIDTH / LINES, 0, i * WIDTH / LINES, HEIGHT);
      drawing.drawLine(0, i * HEIGHT / LINES, WIDTH, i * HEIGHT / LINES);
    }
    drawing.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    drawing.setColor(WAY);
    for (int i = 0; i < places.size(); i++) {
      Coordinates from = places.get(i);
      Coordinates to = places.get((i + 1) % places.size());
      drawing.draw(new Line2D.Double(x(from), y(from), x(to), y(to)));
    }
    for (int i = 0; i < places.size(); i++) {
      drawing.setColor(i == 0 ? START : WAY);
      drawing.fill(new Ellipse2D.Double(x(places.get(i)) - 20, y(places.get(i)) - 20, 40, 40));
    }
    drawing.dispose();
    try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
      ImageIO.write(image, "png", png);
      return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("the map could not be drawn", e);
    }
  }
}
