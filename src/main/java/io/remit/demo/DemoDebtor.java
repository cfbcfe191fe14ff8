package io.remit.demo;

import org.jspecify.annotations.Nullable;

/** An invented debtor, as the arrears file has it; what is null stays empty there. */
record DemoDebtor(String id, Country country, Place place, String type, String name, @Nullable String phone,
    @Nullable String email, String address, boolean ownsProperty, @Nullable String contactPersonName,
    @Nullable String contactPersonPhone) {
}
