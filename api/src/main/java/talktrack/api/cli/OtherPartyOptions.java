package talktrack.api.cli;

import picocli.CommandLine.Option;

/** With whom calls are, and which team has them. */
final class OtherPartyOptions {

    @Option(
            names = "--team",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The rep's team (default: the one the rep is in).")
    private String team;

    @Option(
            names = "--customer",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The buyer's name.")
    private String customer;

    String team() {
        return team;
    }

    String customer() {
        return customer;
    }
}
