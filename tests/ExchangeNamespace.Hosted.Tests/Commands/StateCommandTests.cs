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
            Assert.Contains("\r\n# Takes namespace mail.contoso.com back", back, StringComparison.Ordinal);
            Assert.Equal(8, go.Split("\r\n").Count(l => l.StartsWith("Set-", StringComparison.Ordinal)));
            Assert.Equal(8, back.Split("\r\n").Count(l => l.StartsWith("Set-", StringComparison.Ordinal)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Differences_come_first_and_what_is_as_planned_only_when_asked_for()
    {
        const string script = "$s = Import-ExchangeState $args[0]; $p = $s | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split 3>$null; ";
        string[] Verdicts(string arguments) =>
            [.. Run(script + "$p | Compare-NamespacePlan -State $s 3>$null " + arguments + " | ? Server -eq EX02 | % { \"$($_.Verdict)\" }", Capture).Output.Cast<string>()];
        string[] order = ["Differs", "Missing", "Extra", "Unknown", "Irrelevant", "Equal"];

        string[] shown = Verdicts(string.Empty);
        string[] all = Verdicts("-IncludeEqual");

        Assert.Contains("Differs", shown);
        Assert.DoesNotContain("Equal", shown);
        Assert.Equal(shown, all.Where(v => v != "Equal"));
        Assert.Contains("Equal", all);
        Assert.Equal(all.OrderBy(v => Array.IndexOf(order, v)), all);
    }

    [Fact]
    public void The_view_keeps_where_two_values_part_and_a_typing_error_is_named()
    {
        HostRun run = Run("$s = Import-ExchangeState $args[0]; $s | Get-NamespacePlan -ExternalHost mial.contoso.com -DnsModel Split 3>$null | Compare-NamespacePlan -State $s 3>$null"
            + " | ? { $_.Server -eq 'EX01' -and $_.Service -eq 'OWA' } | % { \"$($_.PlannedEnd) $($_.CurrentEnd)\" }", Capture);

        Assert.Equal(2, run.Output.Count);
        Assert.All(run.Output, o => Assert.Equal("...mial.contoso.com/owa ...mail.contoso.com/owa (one typing error away)", o));
    }

    [Fact]
    public void Quiet_gives_a_Boolean_and_no_warning()
    {
        HostRun run = Run("$s = Import-ExchangeState $args[0]; $s.Servers | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue | Compare-NamespacePlan -State $s -Quiet", Capture);

        Assert.Equal([false], run.Output);
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("42", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("'<Objs Version=\"1.1.0.1\"><Obj'", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("''", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("@{ SchemaVersion = 99 }", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("[pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory2'; Identity = 'x' }", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("$null", "StateObjectNotRecognised", ErrorCategory.InvalidType)]
    [InlineData("@()", "StateEmpty", ErrorCategory.ObjectNotFound)]
    public void What_is_no_state_is_refused_once_with_its_own_id(string value, string id, ErrorCategory category)
    {
        foreach ((string call, string type, string parameter) in new[]
        {
            ("Compare-NamespacePlan -State $v", "CompareNamespacePlanCommand", "State"),
            ("Compare-NamespacePlan -State $v -Quiet", "CompareNamespacePlanCommand", "State"),
            ("Export-VirtualDirectoryScript -CurrentState $v", "ExportVirtualDirectoryScriptCommand", "CurrentState"),
            ("Export-VirtualDirectoryScript -CurrentState $v -Undo -AsCommand", "ExportVirtualDirectoryScriptCommand", "CurrentState"),
        })
        {
            HostRun run = Run("$v = " + value + "; $p = Get-NamespacePlan EX01 @given; $p, $p | " + call + "");

            ErrorRecord error = Fault(run, type, id, category);
            Assert.Equal(parameter, Assert.IsType<ArgumentException>(error.Exception).ParamName);
            Assert.Contains("Give ", error.ToString(), StringComparison.Ordinal);
            Assert.Equal(call.EndsWith("-Quiet", StringComparison.Ordinal) ? [false] : [], run.Output);
        }
    }

    [Fact]
    public void The_refused_object_is_the_target_of_the_error()
    {
        Assert.Equal(["42", "True", "x", "True"], Lines(
            "$p = Get-NamespacePlan EX01 @given; $h = @{ SchemaVersion = 99 };"
            + " foreach ($v in 42, $h, 'x') { $null = $p | Compare-NamespacePlan -State $v -ErrorAction SilentlyContinue -ErrorVariable e; if ($v -is [hashtable]) { \"$([object]::ReferenceEquals($e[0].TargetObject, $h))\" } else { \"$($e[0].TargetObject)\" } };"
            + " $null = $p | Export-VirtualDirectoryScript -CurrentState $null -ErrorAction SilentlyContinue -ErrorVariable e; \"$($null -eq $e[0].TargetObject)\""));
    }

    [Fact]
    public void A_refused_state_can_stop_a_script()
    {
        Assert.Equal(["StateObjectNotRecognised,ExchangeNamespace.Cmdlets.CompareNamespacePlanCommand"], Lines(
            "try { Get-NamespacePlan EX01 @given | Compare-NamespacePlan -State 42 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }"));
    }

    [Theory]
    [InlineData("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\"><Obj")]
    [InlineData("<Objs Version=\"9.9\" xmlns=\"http://schemas.microsoft.com/powershell/2099/01\"></Objs>")]
    public void A_file_that_is_damaged_or_of_a_later_form_gives_no_state_to_compare(string text)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "Get-OwaVirtualDirectory.xml");
        try
        {
            File.WriteAllText(file, text);
            HostRun run = Run("Get-NamespacePlan EX01 @given | Compare-NamespacePlan -State (Import-ExchangeState -LiteralPath $args[0])", file);

            Assert.Equal(
                ["StateFileInvalid,ExchangeNamespace.Cmdlets.ImportExchangeStateCommand", "StateObjectNotRecognised,ExchangeNamespace.Cmdlets.CompareNamespacePlanCommand"],
                run.Errors.Select(e => e.FullyQualifiedErrorId));
            Assert.Equal([ErrorCategory.InvalidData, ErrorCategory.InvalidType], run.Errors.Select(e => e.CategoryInfo.Category));
            Assert.Equal(file, run.Errors[0].TargetObject);
            Assert.Empty(run.Output);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    [Fact]
    public void Objects_are_a_state_as_they_are_also_as_a_list()
    {
        Assert.Equal(["EX01 https://old/owa", "EX01 https://old/owa"], Lines(
            "$o = [pscustomobject]@{ CapturedBy = 'Get-OwaVirtualDirectory'; Identity = 'EX01\\owa (Default Web Site)'; InternalUrl = [uri]'https://old/owa'; ExternalUrl = $null };"
            + " $p = Get-NamespacePlan EX01 @given; foreach ($s in $o, @($o)) { $p | Compare-NamespacePlan -State $s -WarningAction SilentlyContinue | Where-Object { \"$($_.Service)\" -eq 'OWA' -and \"$($_.Current)\" -like '*old*' } | ForEach-Object { \"$($_.Server) $($_.Current)\" } }"));
    }
}
