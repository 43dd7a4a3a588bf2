package org.redress;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Redress {
    public static void main(String[] args) {
        SpringApplication.run(Redress.class, args);
    }
}
