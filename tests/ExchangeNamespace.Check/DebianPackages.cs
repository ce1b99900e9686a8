using System.Collections.Generic;

namespace ExchangeNamespace.Check;

/// <summary>What tests start beside the .NET SDK. A test whose program is absent skips and says so.</summary>
internal static class DebianPackages
{
    /// <summary>The package with which the specs run under Wine.</summary>
    public const string Wine = "wine64";

    /// <summary>Each package with what it is for; this list is the only place to add one.</summary>
    public static IReadOnlyList<(string Name, string Purpose)> All { get; } =
    [
        ("openssl", "certificate files and requests made by others"),
        ("postfix", "a mail server with STARTTLS"),
        ("bind9", "DNS servers of both views"),
        ("bind9-utils", "the zone checker of BIND"),
        ("bind9-dnsutils", "dig and nsupdate"),
        ("pebble", "an ACME authority"),
        ("certbot", "an ACME client"),
        ("python3-certbot-dns-rfc2136", "the dynamic update with which that client answers challenges"),
        ("haproxy", "a load balancer that reads and runs what is exported for it"),
        ("nginx", "another one"),
        ("libnginx-mod-stream", "the part of it that passes TLS on"),
        ("nsd", "the zone checker of NSD"),
        ("knot", "the zone checker of Knot"),
        ("ldnsutils", "the zone reader of ldns"),
        ("python3-dnspython", "the zone reader of dnspython"),
        ("python3-spf", "an independent SPF evaluator"),
        ("python3-dns", "the DNS library of that evaluator"),
        ("prometheus", "promtool, which reads the metrics of a verdict"),
        ("samba-ad-dc", "a domain controller"),
        ("samba-ad-provision", "the schema of its domain"),
        ("python3-samba", "the program that makes its domain"),
        ("strace", "whom a process tries to reach"),
        ("iproute2", "the interfaces of a network of its own, in which that is seen"),
        ("faketime", "a clock of their own for processes, which is false or set meanwhile"),
        ("procps", "the kill command that stops and freezes those servers"),
        ("mono-devel", "a runtime for assemblies of .NET Framework, with the netstandard facade"),
        (Wine, "a Windows of its kind, in which the specs run once more"),
        ("chromium", "a browser, in which reports and drawings are measured"),
        ("fonts-dejavu-core", "a font, so that the texts of that browser have a size"),
        ("poppler-utils", "the text of a printed report, sheet by sheet"),
        ("unicode-data", "the files that the table of host-name characters is made from"),
        ("unicode-idna", "the mapping of names that the table is held against"),
    ];
}
