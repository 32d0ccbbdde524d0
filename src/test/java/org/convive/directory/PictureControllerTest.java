package org.convive.directory;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.convive.identity.Actor;
import org.convive.identity.SignedIn;
import org.convive.shared.PersonId;
import org.convive.testing.Fixtures;
import org.convive.testing.PortalTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@PortalTest
class PictureControllerTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    Pictures pictures;

    @Autowired
    WebApplicationContext context;

    MockMvc http;
    Actor helene;
    String address;
    long picture;

    @BeforeEach
    void aPictureOfACluster() throws Exception {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        helene = fixtures.managerOf(fixtures.animatorOfNewCluster(), "Verrerie Saulnaye");
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png", bytes);
        picture = pictures.store(helene, bytes.toByteArray(), "");
        address = "/c/" + helene.slug() + "/pictures/" + picture;
    }

    @Test
    void aMemberSeesItAndTheBrowserKeepsIt() throws Exception {
        http.perform(get(address).with(user(helene)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "image/png"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", "max-age=3600, private"));
        http.perform(get(address).with(user(helene)).header("If-None-Match", "\"picture-" + picture + "\""))
                .andExpect(status().isNotModified());
    }

    @Test
    void ottoOfAnotherClusterGets404() throws Exception {
        Actor otto = fixtures.animatorOfNewCluster();
        http.perform(get(address).with(user(otto))).andExpect(status().isNotFound());
        http.perform(get("/c/" + otto.slug() + "/pictures/" + picture).with(user(otto)))
                .andExpect(status().isNotFound());
        http.perform(get("/c/no-such-cluster/pictures/" + picture).with(user(otto)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aVisitorIsAskedToSignInAndPublicPagesShowOnlyTheirOwn() throws Exception {
        http.perform(get(address)).andExpect(status().is3xxRedirection());
        http.perform(get("/public/pictures/" + picture)).andExpect(status().isNotFound());
    }

    private static RequestPostProcessor user(Actor actor) {
        var token = new TestingAuthenticationToken(new User(actor.person()), "n/a", List.of());
        token.setAuthenticated(true);
        return authentication(token);
    }

    private record User(PersonId personId) implements SignedIn {
        @Override
        public boolean isAdmin() {
            return false;
        }
    }
}
