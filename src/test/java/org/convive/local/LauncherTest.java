package org.convive.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
    private record Answer(int code, String text) {}

    @TempDir
    Path folder;

    @Test
    void helpNamesEveryCommand() throws Exception {
        var answer = portal(Map.of(), "help");

        assertThat(answer.code()).isZero();
        assertThat(answer.text()).contains("run [--fresh]", "dev", "test", "package", "bench");
    }

    @Test
    void anUnknownCommandIsRefused() throws Exception {
        var answer = portal(Map.of(), "fly");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.text()).contains("there is no command fly");
    }

    @Test
    void aPortInUseIsNamedWithTheVariableThatChangesIt() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            var answer = portal(Map.of("PORT", port), "run");

            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.text()).contains("port " + port + " is in use", "set PORT");
        }
    }

    @Test
    void aPortThatIsNoNumberIsRefused() throws Exception {
        var answer = portal(Map.of("PORT", "eighty"), "run");

        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.text()).contains("PORT=eighty is not a port number");
    }

    @Test
    void anUnknownBenchmarkIsRefused() throws Exception {
        assertThat(portal(Map.of(), "bench", "nothing").code()).isEqualTo(1);
    }

    private Answer portal(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("bash", "portal"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CONVIVE_DATA", folder.toString());
        builder.environment().putAll(environment);
        var process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }
}
