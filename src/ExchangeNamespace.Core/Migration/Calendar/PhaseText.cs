using ExchangeNamespace.Model;

namespace ExchangeNamespace.Migration.Calendar;

/// <summary>What a phase is called.</summary>
internal static class PhaseText
{
    public static string Name(MigrationPhase phase) => phase switch
    {
        MigrationPhase.Capture => "Capture",
        MigrationPhase.MinimumUpdate => "Minimum update",
        MigrationPhase.OfflineAddressBook => "Offline address book",
        MigrationPhase.LowerTimeToLive => "Lower the time to live",
        MigrationPhase.Certificate => "Certificate",
        MigrationPhase.Install => "Install",
        MigrationPhase.NewConnectionPoint => "Connection point of new servers",
        MigrationPhase.NewCertificate => "Certificate on new servers",
        MigrationPhase.NewVirtualDirectories => "Virtual directories of new servers",
        MigrationPhase.PrepareOld => "Prepare old servers",
        MigrationPhase.Transport => "Transport",
        MigrationPhase.SystemMailboxes => "System mailboxes",
        MigrationPhase.Pilot => "Pilot",
        MigrationPhase.CutOver => "Cut-over",
        MigrationPhase.Kerberos => "Kerberos",
        MigrationPhase.OldConnectionPoint => "Connection point of old servers",
        MigrationPhase.Mailboxes => "Mailboxes",
        MigrationPhase.FollowUp => "Follow-up",
        MigrationPhase.Decommission => "Decommission",
        _ => throw ClosedSet.Outside(phase),
    };
}
