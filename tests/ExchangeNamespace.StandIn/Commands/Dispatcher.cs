using System.Collections.Generic;

namespace ExchangeNamespace.StandIn.Commands;

/// <summary>Chooses what a bound command does.</summary>
internal static class Dispatcher
{
    /// <summary>Runs the command and gives its output.</summary>
    /// <exception cref="StandInFault">Exchange would refuse it.</exception>
    public static IEnumerable<object> Run(CommandCall call) => (call.Verb, call.Noun) switch
    {
        ("New", "ExchangeCertificate") => CertificateCommands.New(call),
        ("Import", "ExchangeCertificate") => CertificateCommands.Import(call),
        ("Enable", "ExchangeCertificate") => CertificateCommands.Enable(call),
        ("Get", "ExchangeCertificate") => CertificateCommands.Get(call),
        ("Remove", "ExchangeCertificate") => CertificateCommands.Remove(call),
        ("Export", "ExchangeCertificate") => CertificateCommands.Export(call),
        ("Enable", "OutlookAnywhere") => OutlookAnywhereCommands.Enable(call),
        ("Disable", "OutlookAnywhere") => OutlookAnywhereCommands.Disable(call),
        ("Get", "MailboxDatabase") => MailboxCommands.Databases(call),
        ("Get", "Mailbox" or "MoveRequest" or "OfflineAddressBook") or ("New" or "Remove", "MoveRequest") => MailboxCommands.Named(call),
        ("Set", "MailboxDatabase" or "ServerComponentState" or "ADServerSettings") => MailboxCommands.Change(call),
        ("Redirect" or "Add", _) or ("Remove", "ClientAccessArray") => MailboxCommands.Change(call),
        ("Get", "ImapSettings" or "PopSettings") => [SettingCommands.Of(call).ToOutput()],
        ("Set", "ImapSettings" or "PopSettings" or "HybridConfiguration") => SettingCommands.Set(call),
        ("Stop" or "Start" or "Move", _) => ObjectCommands.Cluster(call),
        ("Get", _) => ObjectCommands.Get(call),
        ("Set", _) => ObjectCommands.Set(call),
        ("New", _) => ObjectCommands.New(call),
        ("Test", _) => [],
        _ => throw StandInFault.Invalid("The stand-in does not know what " + call.Entry.Name + " does."),
    };
}
