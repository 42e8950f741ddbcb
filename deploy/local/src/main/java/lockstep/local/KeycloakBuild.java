package lockstep.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Keycloak's distribution, unpacked and optimised once for all instances of a checkout. */
final class KeycloakBuild {
    private KeycloakBuild() {}

    static Path unpacked(Checkout checkout, Progress progress) {
        Path archive = checkout.built("keycloak.zip");
        return Once.prepared(checkout.prepared().resolve("keycloak"), edition(archive), folder -> {
            progress.say("Keycloak is unpacked and optimised, once (about 25 s)");
            unpack(archive, folder);
            build(folder);
        });
    }

    private static String edition(Path archive) {
        try {
            return Files.size(archive) + " bytes, Java " + System.getProperty("java.version");
        } catch (IOException missing) {
            throw new CannotStart("Keycloak's archive is missing, build first: mvn package (" + archive + ")", missing);
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path inside = Path.of(entry.getName());
                if (inside.getNameCount() < 2 || entry.isDirectory()) {
                    continue;
                }
                Path target =
                        folder.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry outside of its archive: " + inside);
                }
                Files.createDirectories(target.getParent());
                Files.copy(zip, target);
            }
        }
        for (String part : List.of("providers", "themes", "conf", "data")) {
            Files.createDirectories(folder.resolve(part));
        }
    }

    private static void build(Path folder) throws IOException {
        List<String> command = new ArrayList<>(java(folder));
        // It runs once and for seconds: the second compiler would only take the time that it can't give back.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(program(folder));
        command.addAll(List.of(
                "--profile=prod",
                "build",
                "--db=postgres",
                "--health-enabled=true",
                "--http-management-health-enabled=false"));
        Path log = folder.resolveSibling("keycloak-build.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("its build ended with status " + process.exitValue() + ", see " + log);
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    /** The JVM and what kc.sh would give it; without the script there is one process less that could be left behind. */
    static List<String> java(Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000");
    }

    static List<String> program(Path home) {
        return List.of(
                "-cp", home.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    }
}
