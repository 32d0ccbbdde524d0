package org.convive.shared.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Which machines the portal may be asked to read from: those of the open internet (RFC 6890), never those around it. */
public final class PublicAddresses {
    private static final List<Block> CLOSED = List.of(
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.88.99.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            Block.of("224.0.0.0/3"));

    private PublicAddresses() {}

    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublicV6(bytes) : isPublicV4(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        return CLOSED.stream().noneMatch(block -> block.contains(bytes));
    }

    /** Global unicast only; an IPv4 address inside one must be public too. */
    private static boolean isPublicV6(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (first == 0x20 && second == 0x02) {
            return isPublicV4(Arrays.copyOfRange(bytes, 2, 6));
        }
        boolean teredoOrDocumentation =
                first == 0x20 && second == 0x01 && ((bytes[2] & 0xff) == 0 || (bytes[2] & 0xff) == 0x0d);
        return (first & 0xe0) == 0x20 && !teredoOrDocumentation;
    }

    private record Block(int network, int bits) {
        static Block of(String text) {
            String[] sides = text.split("/", 2);
            String[] parts = sides[0].split("\\.", 4);
            byte[] bytes = new byte[4];
            for (int i = 0; i < 4; i++) {
                bytes[i] = (byte) Integer.parseInt(parts[i]);
            }
            return new Block(number(bytes), Integer.parseInt(sides[1]));
        }

        boolean contains(byte[] address) {
            int shift = 32 - bits;
            return number(address) >>> shift == network >>> shift;
        }

        private static int number(byte[] bytes) {
            return (bytes[0] & 0xff) << 24 | (bytes[1] & 0xff) << 16 | (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        }
    }
}
