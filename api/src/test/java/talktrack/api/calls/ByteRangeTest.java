package talktrack.api.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=2-4, 2, 4",
        "bytes=2-, 2, 9",
        "bytes=2-100, 2, 9",
        "bytes=-3, 7, 9",
        "bytes=-100, 0, 9"
    })
    void oneRangeOfTenBytesIsRead(String header, long first, long last) throws Exception {
        assertThat(ByteRange.parse(header, 10)).contains(new ByteRange(first, last));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "", "bytes=a-b"})
    void whatIsNoSingleRangeMeansTheWholeFile(String header) throws Exception {
        assertThat(ByteRange.parse(header, 10)).isEmpty();
    }

    @Test
    void aRangeBehindTheEndIsRefused() {
        assertThatThrownBy(() -> ByteRange.parse("bytes=10-", 10))
                .isInstanceOf(ByteRange.Unsatisfiable.class);
        assertThatThrownBy(() -> ByteRange.parse("bytes=-0", 10))
                .isInstanceOf(ByteRange.Unsatisfiable.class);
    }
}
