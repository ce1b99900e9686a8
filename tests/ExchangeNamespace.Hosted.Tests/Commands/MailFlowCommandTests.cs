using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class MailFlowCommandTests : CommandTest, IDisposable
{
    private const string Command = "ExportMailFlowScriptCommand";

    private const string Plan =
        """
        param($Folder)
        $plan = Get-NamespacePlan EX01 @given -MailHost smtp.contoso.com -MailIPAddress 203.0.113.25
        $mixed = Get-NamespacePlan @{ Name = 'OLD'; Version = '2010' }, EX01 @given -MailHost smtp.contoso.com -MailIPAddress 203.0.113.25

        """;

    private readonly TemporaryFolder _folder = new();

    void IDisposable.Dispose()
    {
        Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Lines_come_with_their_checks_as_comments()
    {
        IReadOnlyList<string> lines = Lines(Plan + "$plan | Export-MailFlowScript -WarningAction SilentlyContinue");

        Assert.StartsWith("New-ReceiveConnector -Name \"Internet smtp.contoso.com\" -Server EX01 -Internet -TransportRole FrontendTransport ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("New-SendConnector ", lines[1], StringComparison.Ordinal);
        Assert.All(lines.Skip(2), l => Assert.StartsWith("# ", l, StringComparison.Ordinal));
        Assert.Contains("# nslookup -type=PTR 25.113.0.203.in-addr.arpa.", lines);
    }

    [Fact]
    public void What_it_cannot_know_is_a_warning() => Assert.Equal(
        ["EXN240", "EXN241"], Run(Plan + "$plan | Export-MailFlowScript").Warnings.Select(w => w[..6]));

    [Fact]
    public void A_hashtable_gives_each_server_its_address() => Assert.Contains(
        " -Bindings \"10.0.0.25:25\",'[2001:db8::25]:25' ",
        Lines(Plan + "$plan | Export-MailFlowScript -Binding @{ EX01 = '10.0.0.25', '[2001:db8::25]:25' } -WarningAction SilentlyContinue")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("-DefaultConnectorFqdn smtp.contoso.com", "DefaultConnectorFqdnRefused", ErrorCategory.InvalidOperation, "smtp.contoso.com")]
    [InlineData("-ConnectorName 'Default EX01'", "ConnectorNameInvalid", ErrorCategory.InvalidArgument, "Default EX01")]
    [InlineData("-Binding 25", "BindingInvalid", ErrorCategory.InvalidArgument, 25)]
    [InlineData("-Binding 0.0.0.0:25", "InputContradiction", ErrorCategory.InvalidData, "0.0.0.0:25")]
    [InlineData("-RemoteIPRange 0.0.0.0/0", "InputContradiction", ErrorCategory.InvalidData, "0.0.0.0/0")]
    [InlineData("-RemoteIPRange contoso.com", "AddressInvalid", ErrorCategory.InvalidArgument, "contoso.com")]
    [InlineData("-TlsCertificateName CN=x", "ValueNotListed", ErrorCategory.InvalidArgument, "CN=x")]
    [InlineData("-Server EX09", "ServerNotInPlan", ErrorCategory.ObjectNotFound, "EX09")]
    [InlineData("-ExchangeVersion 2003", "VersionUnknown", ErrorCategory.InvalidArgument, "2003")]
    public void What_is_refused_is_an_error_with_the_value_and_no_line(string arguments, string id, ErrorCategory category, object target)
    {
        HostRun run = Run(Plan + "$plan | Export-MailFlowScript " + arguments);

        ErrorRecord error = Fault(run, Command, id, category);
        Assert.Equal(target.ToString(), error.TargetObject?.ToString());
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_plan_without_mail_is_an_error() =>
        Fault(Run("Get-NamespacePlan EX01 @given | Export-MailFlowScript"), Command, "MailNotPlanned", ErrorCategory.InvalidOperation);

    [Fact]
    public void Lines_of_two_shells_are_not_mixed_but_go_into_a_file_each()
    {
        Fault(Run(Plan + "$mixed | Export-MailFlowScript"), Command, "MixedShells", ErrorCategory.InvalidOperation);
        Assert.Equal("EX01", Lines(Plan + "$mixed | Export-MailFlowScript -ExchangeVersion 2016 -WarningAction SilentlyContinue")[0].Split(' ')[5]);

        IReadOnlyList<string> files = Lines(Plan + "$mixed | Export-MailFlowScript -Path \"$Folder/mail.ps1\" -PassThru -WarningAction SilentlyContinue | ForEach-Object { $_.Name }", _folder.Path);

        Assert.Equal(["mail.Exchange2010.ps1", "mail.Exchange2016.ps1"], files);
        string text = File.ReadAllText(Path.Combine(_folder.Path, files[1]));
        Assert.Contains("\r\nNew-SendConnector ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("New-SendConnector -", File.ReadAllText(Path.Combine(_folder.Path, files[0])), StringComparison.Ordinal);
    }

    [Fact]
    public void An_existing_file_is_kept_and_WhatIf_writes_none()
    {
        string file = Path.Combine(_folder.Path, "mail.ps1");
        Assert.Empty(Run(Plan + "$plan | Export-MailFlowScript -Path \"$Folder/mail.ps1\" -WhatIf -WarningAction SilentlyContinue", _folder.Path).Errors);
        Assert.False(File.Exists(file));
        File.WriteAllText(file, "mine");

        Fault(Run(Plan + "$plan | Export-MailFlowScript -Path \"$Folder/mail.ps1\" -WarningAction SilentlyContinue", _folder.Path), Command, "FileExists", ErrorCategory.ResourceExists);
        Assert.Equal("mine", File.ReadAllText(file));
    }
}
