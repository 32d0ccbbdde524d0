package org.convive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal of an industrial cluster. */
@SpringBootApplication
public class Convive {
    public static void main(String[] args) {
        SpringApplication.run(Convive.class, args);
    }
}
