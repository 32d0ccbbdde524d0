package org.convive.calendar.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailReaderTest {
    @Test
    void onlyWhatThePersonSeesInTheirMailIsRead() {
        assertThat(MailReader.stripped("<HEAD><style>p{}</style></Head><script>1</script><p>I come</p>"))
                .isEqualTo("I come\n");
    }

    @Test
    void aMailThatNeverClosesItsHeadsIsReadAllTheSame() {
        String heads = "<head>".repeat(30_000);
        assertThat(MailReader.stripped(heads + "<style>p{}</style>I come" + heads))
                .isEqualTo("I come");
    }
}
