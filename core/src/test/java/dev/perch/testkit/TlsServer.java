package dev.perch.testkit;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server on this machine with a key of its own, which only a client that is given that key believes. */
public final class TlsServer implements AutoCloseable {
    private final HttpsServer server;
    private final SSLContext trust;

    private TlsServer(HttpsServer server, SSLContext trust) {
        this.server = server;
        this.trust = trust;
    }

    /** Starts one at a port of its own. */
    public static TlsServer start() throws IOException, GeneralSecurityException {
        char[] password = "perch1".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = TlsServer.class.getResourceAsStream("/library/test-key.p12")) {
            keys.load(in, password);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.start();
        return new TlsServer(server, context);
    }

    /** Has it answer at that path; the address of it. */
    public URI serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    /** What a client needs to believe it. */
    public SSLContext trust() {
        return trust;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
