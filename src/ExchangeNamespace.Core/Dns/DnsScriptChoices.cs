namespace ExchangeNamespace.Dns;

/// <summary>The language that records are written in.</summary>
public enum DnsScriptFormat
{
    /// <summary>Zone text (RFC 1035), as BIND and NSD read it.</summary>
    Bind,

    /// <summary>Lines of <c>dnscmd</c>, Windows Server 2003 to 2008 R2.</summary>
    Dnscmd,

    /// <summary>Cmdlets of the DnsServer module, Windows Server 2012 and later.</summary>
    DnsServer,
}

/// <summary>Where Windows keeps a zone that a script makes.</summary>
public enum DnsZoneStorage
{
    /// <summary>In Active Directory, on the DNS servers of the domain.</summary>
    Domain,

    /// <summary>In Active Directory, on the DNS servers of the forest.</summary>
    Forest,

    /// <summary>In Active Directory, on every domain controller of the domain, as Windows 2000 does.</summary>
    Legacy,

    /// <summary>In a file of the server.</summary>
    File,
}

/// <summary>What is done to the records before and after the cut-over, in place of adding records.</summary>
public enum DnsCutOverStep
{
    /// <summary>The current records get a short time to live, at least their old one before the cut-over.</summary>
    LowerTimeToLive,

    /// <summary>The records of after the cut-over get the former time to live again.</summary>
    RaiseTimeToLive,
}

/// <summary>How a zone comes to be on the server.</summary>
public enum ZoneOrigin
{
    /// <summary>It is there: records are added.</summary>
    Existing,

    /// <summary>It may be there: the line that makes it is a comment.</summary>
    Unknown,

    /// <summary>It belongs to the plan and is made: a pinpoint zone.</summary>
    New,
}
