package org.convive.shell;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Health on the public port too, so that a load balancer needs no second port; details stay on the management port. */
@Hidden
@RestController
class HealthController {
    private final HealthEndpoint health;

    HealthController(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Answer> health() {
        HealthDescriptor found = health.health();
        boolean up = Status.UP.equals(found.getStatus());
        return ResponseEntity.status(up ? 200 : 503)
                .body(new Answer(found.getStatus().getCode()));
    }

    record Answer(String status) {}
}
