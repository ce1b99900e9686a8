using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public class StateCommandTests : CommandTest
{
    private static readonly string Capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "docs", "examples", "capture");

    [Fact]
    public void Captured_servers_are_servers_of_a_plan()
    {
        HostRun run = Run("$s = Import-ExchangeState $args[0]; $s.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue | Show-Server", Capture);

        Assert.Empty(run.Errors);
        Assert.Equal(["EX01 ex01.contoso.com 2019CU12 Paris True True ", "EX02 ex02.contoso.com 2019CU12 Paris True True "], run.Output);
    }

    [Fact]
    public void Objects_and_files_come_through_the_pipeline()
    {
        Assert.Equal(["EX01 https://old/owa (null) (not captured)"], Lines(
            "$o = [pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = 'EX01\\owa (Default Web Site)'; InternalUrl = [uri]'https://old/owa'; ExternalUrl = $null };"
            + " $x = ($o | Import-ExchangeState).Services[0]; \"$($x.Server) $($x.Internal) $($x.External) $($x.SiteScope)\""));
        Assert.Equal(["EX01", "EX02"], Lines("(($args[0] + '/Get-ExchangeServer.xml') | Import-ExchangeState).Servers | ForEach-Object { $_.Name }", Capture));
        Assert.Equal(["EX01", "EX02"], Lines("([System.IO.FileInfo]::new($args[0] + '/Get-ExchangeServer.xml') | Import-ExchangeState).Servers | ForEach-Object { $_.Name }", Capture));
    }

    [Fact]
    public void A_deserialized_object_is_read_by_its_type()
    {
        const string Script =
            """
            $o = [System.Management.Automation.PSObject]::new()
            $o.PSObject.TypeNames.Insert(0, 'Deserialized.Microsoft.Exchange.Data.Directory.SystemConfiguration.ADMobileVirtualDirectory')
            $o.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new('Identity', 'EX01\Microsoft-Server-ActiveSync (Default Web Site)'))
            $o.PSObject.Properties.Add([System.Management.Automation.PSNoteProperty]::new('BasicAuthEnabled', $true))
            $s = ($o | Import-ExchangeState).Services[0]
            "$($s.Service) $($s.Setting('BasicAuthEnabled'))"
            """;

        Assert.Equal(["ActiveSync True"], Lines(Script));
    }

    [Theory]
    [InlineData("1 | Import-ExchangeState", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("@{ Name = 'EX01' } | Import-ExchangeState", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("[pscustomobject]@{ Name = 'EX01' } | Import-ExchangeState", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("Import-ExchangeState no-such-folder", "FileNotFound", ErrorCategory.ObjectNotFound)]
    [InlineData("Import-ExchangeState ''", null, ErrorCategory.InvalidData)]
    [InlineData("Import-ExchangeState function:", "PathNotFileSystem", ErrorCategory.InvalidArgument)]
    [InlineData("[pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = 'EX01\\owa'; InternalUrl = @{ a = 1 } } | Import-ExchangeState", "StateValueInvalid", ErrorCategory.InvalidData)]
    public void What_is_no_capture_is_one_error_and_nothing_else(string script, string? id, ErrorCategory category)
    {
        HostRun run = Run(script);

        Assert.Empty(run.Output);
        if (id is not null)
        {
            Fault(run, "ImportExchangeStateCommand", id, category);
        }
        else
        {
            Assert.Single(run.Errors);
        }
    }

    [Fact]
    public void A_file_of_100_MB_is_refused_unread()
    {
        string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".xml");
        try
        {
            using (FileStream stream = File.Create(file))
            {
                stream.SetLength(100 * 1024 * 1024);
            }

            HostRun run = Run("Import-ExchangeState -LiteralPath $args[0]", file);
            Fault(run, "ImportExchangeStateCommand", "FileTooLarge", ErrorCategory.LimitsExceeded);
            Assert.Empty(run.Output);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void An_undo_needs_the_captured_state()
    {
        HostRun run = Run("Get-NamespacePlan EX01 @given | Export-VirtualDirectoryScript -Undo");

        Fault(run, "ExportVirtualDirectoryScriptCommand", "UndoNeedsState", ErrorCategory.InvalidArgument);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_script_file_says_what_it_is_made_from()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            HostRun run = Run(
                "$s = Import-ExchangeState $args[0]; $p = $s.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue;"
                + " $p | Export-VirtualDirectoryScript -CurrentState $s -Path ($args[1] + '/go.ps1'); $p | Export-VirtualDirectoryScript -CurrentState $s -Undo -Path ($args[1] + '/back.ps1')", Capture, folder);

            Assert.Empty(run.Errors);
            string go = File.ReadAllText(Path.Combine(folder, "go.ps1"));
            string back = File.ReadAllText(Path.Combine(folder, "back.ps1"));
            Assert.Contains("-Undo writes the script that takes them back", go, StringComparison.Ordinal);
            Assert.StartsWith("# Takes namespace mail.contoso.com back", back, StringComparison.Ordinal);
            Assert.Equal(8, go.Split("\r\n").Count(l => l.StartsWith("Set-", StringComparison.Ordinal)));
            Assert.Equal(8, back.Split("\r\n").Count(l => l.StartsWith("Set-", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Quiet_gives_a_Boolean_and_no_warning()
    {
        HostRun run = Run("$s = Import-ExchangeState $args[0]; $s.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue | Compare-NamespacePlan -State $s -Quiet", Capture);

        Assert.Equal([false], run.Output);
        Assert.Empty(run.Errors);
    }
}
