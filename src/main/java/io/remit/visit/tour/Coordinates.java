package io.remit.visit.tour;

/**
 * A place on the earth.
 *
 * @param latitude in degrees, north above zero
 * @param longitude in degrees, east above zero
 */
public record Coordinates(double latitude, double longitude) {

  private static final double RADIUS = 6371.0088;

  /** How far it is to another place as the crow flies, in kilometres. */
  public double kilometresTo(Coordinates other) {
    double north = Math.toRadians(other.latitude - latitude) / 2;
    double east = Math.toRadians(other.longitude - longitude) / 2;
    double half = Math.pow(Math.sin(north), 2)
        + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * Math.pow(Math.sin(east), 2);
    return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
  }
}
