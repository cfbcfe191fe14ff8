package io.remit.visit.tour;

import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.cost.AbstractForwardVehicleRoutingTransportCosts;
import com.graphhopper.jsprit.core.problem.driver.Driver;
import com.graphhopper.jsprit.core.problem.vehicle.Vehicle;
import com.graphhopper.jsprit.core.util.Coordinate;

/** Ways as the crow flies: no map of roads is asked. */
class CrowFlies extends AbstractForwardVehicleRoutingTransportCosts {

  private static final double SECONDS_AN_HOUR = 3600;

  private final double kilometresAnHour;

  CrowFlies(double kilometresAnHour) {
    this.kilometresAnHour = kilometresAnHour;
  }

  @Override
  public double getDistance(Location from, Location to, double departure, Vehicle vehicle) {
    return placeOf(from.getCoordinate()).kilometresTo(placeOf(to.getCoordinate()));
  }

  @Override
  public double getTransportTime(Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
    return getDistance(from, to, departure, vehicle) / kilometresAnHour * SECONDS_AN_HOUR;
  }

  @Override
  public double getTransportCost(Location from, Location to, double departure, Driver driver, Vehicle vehicle) {
    return getDistance(from, to, departure, vehicle);
  }

  private static Coordinates placeOf(Coordinate coordinate) {
    return new Coordinates(coordinate.getY(), coordinate.getX());
  }
}
