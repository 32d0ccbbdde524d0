package org.convive.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.convive.identity.Actor;

/** Signs tokens that a portal in another process takes: its keys are published as OpenID Connect Discovery says. */
public final class TokenIssuer implements AutoCloseable {
    private final HttpServer server;
    private final RSAKey key;

    public TokenIssuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("storm").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        String issuer = issuer();
        publish("/realms/convive/.well-known/openid-configuration", """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/auth", "token_endpoint": "%1$s/token",
                 "userinfo_endpoint": "%1$s/userinfo", "end_session_endpoint": "%1$s/logout", "jwks_uri": "%1$s/certs",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer));
        publish("/realms/convive/certs", new JWKSet(key.toPublicJWK()).toString());
        server.start();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort() + "/realms/convive";
    }

    private void publish(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    /** An access token of this person, good for an hour. */
    public String token(Actor actor) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience("convive-portal")
                        .subject("storm-" + actor.person())
                        .claim("typ", "Bearer")
                        .claim("email", actor.email().value())
                        .claim("email_verified", true)
                        .claim("name", actor.name())
                        .expirationTime(Date.from(Instant.now().plusSeconds(3600)))
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
