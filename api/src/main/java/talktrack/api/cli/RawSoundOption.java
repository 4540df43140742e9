package talktrack.api.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import talktrack.ingest.decode.RawSound;

/** What is declared of sound without a header. */
final class RawSoundOption implements ITypeConverter<RawSound> {

    @Override
    public RawSound convert(String value) {
        try {
            return RawSound.parse(value);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
