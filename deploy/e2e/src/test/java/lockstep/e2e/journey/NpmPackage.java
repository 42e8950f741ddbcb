package lockstep.e2e.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A package as its makers publish it, fetched by npm into the build folder and compared with what we once looked at. */
record NpmPackage(String name, String version, String sha512) {
    private static final Path FOLDER = Path.of("target/npm");

    /** One file of it, unpacked. */
    Path file(String path) throws IOException, InterruptedException {
        Path archive = FOLDER.resolve(name + "-" + version + ".tgz");
        if (Files.notExists(archive)) {
            Files.createDirectories(FOLDER);
            run("npm", "pack", "--silent", "--ignore-scripts", name + "@" + version);
        }
        if (!digest(Files.readAllBytes(archive)).equals(sha512)) {
            throw new IOException(archive + " is another one than was looked at");
        }
        run("tar", "-xzf", archive.getFileName().toString());
        return FOLDER.resolve("package").resolve(path);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("npm.log").toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": "
                    + Files.readString(FOLDER.resolve("npm.log")).strip());
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-512").digest(bytes));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
