package talktrack.api.http;

import io.javalin.config.RoutesConfig;

/** A group of routes that a package contributes to the server. */
@FunctionalInterface
public interface Routes {

    /** Adds the group's paths; all but a few pages need a login already. */
    void addTo(RoutesConfig routes);
}
