package talktrack.api.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskerTest {

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff:ffff:ffff:ffff, true",
        "2001:db8:1:2::1, 2001:DB8:1:2:0:0:0:1, true",
        "2001:db8:1:2::1, [2001:db8:1:2::9]:443, true",
        "fe80::1, fe80::2%eth0, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "203.0.113.1, ::ffff:203.0.113.1, true",
        "203.0.113.1, 203.0.113.2, false",
        "zoo:1, zoo:2, false",
        "1:2, 1:3, false",
    })
    void visitorsOfOneNetworkAreOne(String one, String other, boolean same) {
        assertThat(Asker.network(one).equals(Asker.network(other))).isEqualTo(same);
    }
}
