namespace ExchangeNamespace.Migration;

/// <summary>What a step of a migration is for, in the order in which the phases begin. Steps that do not depend may overlap.</summary>
public enum MigrationPhase
{
    /// <summary>The present settings are captured, and the checks of the present plan pass.</summary>
    Capture,

    /// <summary>Old servers get the update that the new version demands.</summary>
    MinimumUpdate,

    /// <summary>Databases get their offline address book by name, before setup makes a new default one.</summary>
    OfflineAddressBook,

    /// <summary>The time to live of each record that will change is lowered.</summary>
    LowerTimeToLive,

    /// <summary>The certificate for both sides is ordered.</summary>
    Certificate,

    /// <summary>A server of the new version is installed, or a server is upgraded in place.</summary>
    Install,

    /// <summary>The service connection point of a new server gets its value.</summary>
    NewConnectionPoint,

    /// <summary>The certificate comes onto a new server.</summary>
    NewCertificate,

    /// <summary>The virtual directories of a new server get their URLs.</summary>
    NewVirtualDirectories,

    /// <summary>Old servers are made ready to be asked by new ones.</summary>
    PrepareOld,

    /// <summary>Connectors and relay move.</summary>
    Transport,

    /// <summary>Arbitration and system mailboxes move.</summary>
    SystemMailboxes,

    /// <summary>A few clients try the new servers.</summary>
    Pilot,

    /// <summary>The names lead to the new servers.</summary>
    CutOver,

    /// <summary>Service principal names move to the account of the new servers.</summary>
    Kerberos,

    /// <summary>The service connection points of the old servers follow.</summary>
    OldConnectionPoint,

    /// <summary>User mailboxes and public folders move.</summary>
    Mailboxes,

    /// <summary>Hybrid, monitoring and the time to live are brought into line.</summary>
    FollowUp,

    /// <summary>Old servers are taken out of service in the safe order.</summary>
    Decommission,
}

/// <summary>Where the work of a step is done.</summary>
public enum MigrationPlace
{
    /// <summary>The Exchange Management Shell of the version that the step names.</summary>
    ExchangeShell,

    /// <summary>A command prompt or Windows PowerShell on the server that the step names.</summary>
    ServerConsole,

    /// <summary>The DNS of the view that the step names.</summary>
    Dns,

    /// <summary>The load balancer, reverse proxy or firewall.</summary>
    LoadBalancer,

    /// <summary>The certificate authority.</summary>
    CertificateAuthority,

    /// <summary>Active Directory.</summary>
    ActiveDirectory,

    /// <summary>A client computer.</summary>
    Client,

    /// <summary>A shell with this module.</summary>
    Module,
}

/// <summary>How sure the instruction of a step is.</summary>
public enum MigrationCertainty
{
    /// <summary>A document of Microsoft says it.</summary>
    Documented,

    /// <summary>It follows from statements that documents make.</summary>
    Derived,

    /// <summary>General knowledge of administrators: no document was read. Try it before you rely on it.</summary>
    Unverified,
}
