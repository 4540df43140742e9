package talktrack.api.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import talktrack.ingest.decode.RawSound;
import talktrack.models.labels.Label;

/** What {@code watch} and {@code import} are told about all files of a folder. */
final class HandoverOptions {

    /** What phone systems, conferences and handsets write. */
    private static final String RECORDINGS =
            "*.{wav,mp3,m4a,aac,mp4,m4v,mov,mkv,webm,ogg,oga,opus,flac,amr,3gp,wma,aif,aiff,aifc,au,snd,sph,gsm,vtt,srt}";

    @Option(
            names = "--rep",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Whose calls these are, where nothing else says so.")
    private String rep;

    @Option(
            names = "--pattern",
            paramLabel = "REGEX",
            description =
                    "How file names tell rep, date, time, customer and team: a regular expression with named parts. One with a / is held against the path below the folder, another one against the name.")
    private FileNamePattern pattern;

    @Option(
            names = "--include",
            paramLabel = "GLOB",
            defaultValue = RECORDINGS,
            description =
                    "Names of the files of a folder to take, in any case (default: the usual endings of recordings and subtitles, none of them of --raw).")
    private String include;

    @Mixin private OtherPartyOptions party;
    @Mixin private SoundOptions sound;
    @Mixin private KindOptions kind;

    /**
     * @throws CommandFailure when nothing tells whose calls the files of a folder are
     */
    void needRep() {
        if (rep.isBlank() && (pattern == null || !pattern.tells("rep"))) {
            throw CommandFailure.usage(
                    "say whose calls these are: --rep \"Anna Brooks\", or --pattern with a part (?<rep>…)");
        }
    }

    /** Whether a file of a folder is to be taken, by its name only. */
    boolean takes(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        PathMatcher matcher =
                FileSystems.getDefault().getPathMatcher("glob:" + include.toLowerCase(Locale.ROOT));
        return !name.startsWith(".") && matcher.matches(Path.of(name));
    }

    /**
     * What is known of a file of a folder.
     *
     * @throws CommandFailure when the pattern does not fit its name
     */
    CallFields of(Path folder, Path file) throws IOException {
        Map<String, String> told =
                pattern == null ? Map.of() : pattern.read(folder.relativize(file));
        return fields(told, file);
    }

    /**
     * What is known of a file.
     *
     * @param told parts that its name or a manifest tells, which win over the options
     */
    CallFields fields(Map<String, String> told, Path file) throws IOException {
        String date = told.getOrDefault("date", "");
        return new CallFields(
                or(told.get("rep"), rep),
                or(told.get("team"), party.team()),
                or(told.get("customer"), party.customer()),
                date.isBlank()
                        ? Files.getLastModifiedTime(file).toInstant().toString()
                        : CallStart.of(date, told.getOrDefault("time", "")),
                or(
                        told.get("language"),
                        sound.language().declared().map(one -> one.id()).orElse("")),
                or(told.get("channels"), sound.channels().id()),
                or(told.get("repSpeaker"), ""),
                or(told.get("raw"), sound.raw().map(RawSound::toString).orElse("")),
                or(told.get("kind"), kind.kind().map(Label::id).orElse("")),
                or(told.get("sale"), kind.sale().map(Label::id).orElse("")));
    }

    private static String or(String told, String otherwise) {
        return Optional.ofNullable(told)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(otherwise);
    }
}
