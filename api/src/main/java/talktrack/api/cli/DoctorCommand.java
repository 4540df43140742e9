package talktrack.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.api.standalone.Doctor;
import talktrack.models.events.Json;

/** What on this machine is missing or wrong, and how to mend it. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks this machine: Java, disk, memory, ports, native libraries, speech models; says how to mend what is wrong.",
        footer = {"", "Example:  talktrack doctor --data ~/calls"})
final class DoctorCommand implements Callable<Integer> {

    @Mixin private DataOption data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the page (default: ${DEFAULT-VALUE}).",
            defaultValue = "7070")
    private int port;

    @Option(names = "--json", description = "One JSON document.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Path folder = data.or("talktrack");
        List<Doctor.Finding> findings = Doctor.examine(folder, port);
        if (json) {
            System.out.println(Json.text(findings));
        } else {
            for (Doctor.Finding finding : findings) {
                System.out.printf(
                        "  %-5s %-16s %s%n",
                        finding.level().id(), finding.subject(), finding.found());
                if (!finding.cure().isEmpty()) {
                    System.out.printf("        %-16s → %s%n", "", finding.cure());
                }
            }
        }
        return findings.stream().anyMatch(finding -> finding.level() == Doctor.Level.WRONG)
                ? CommandFailure.MACHINE
                : 0;
    }
}
