package io.remit.demo;

/** An invented debtor, as the arrears file has it; what is null stays empty there. */
record DemoDebtor(String id, Country country, Place place, String type, String name, String phone, String email,
    String address, boolean ownsProperty, String contactPersonName, String contactPersonPhone) {
}
