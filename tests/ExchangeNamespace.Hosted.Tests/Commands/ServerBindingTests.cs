using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.Shell.Hosting;
using Xunit;

namespace ExchangeNamespace.Hosted.Tests.Commands;

public sealed class ServerBindingTests : CommandTest
{
    [Theory]
    [InlineData("'EX1', 'EX2' | Get-NamespacePlan @given")]
    [InlineData("Get-NamespacePlan 'EX1', 'EX2' @given")]
    [InlineData("Get-NamespacePlan -Server EX1, EX2 @given")]
    [InlineData(", ('EX1', 'EX2') | Get-NamespacePlan @given")]
    [InlineData("'EX1', @{ Name = 'EX2' } | Get-NamespacePlan @given")]
    [InlineData("@{ name = 'EX1' }, [ordered] @{ NAME = 'EX2' } | Get-NamespacePlan @given")]
    [InlineData("[pscustomobject] @{ Name = 'EX1' }, 'EX2' | Get-NamespacePlan @given")]
    [InlineData("[psobject]::AsPSObject('EX1'), [psobject]::AsPSObject([psobject]::AsPSObject('EX2')) | Get-NamespacePlan @given")]
    [InlineData("[psobject]::AsPSObject(@{ Name = [psobject]::AsPSObject('EX1') }), 'EX2' | Get-NamespacePlan @given")]
    [InlineData("$list = [System.Collections.ArrayList]::new(); [void] $list.Add('EX1'); [void] $list.Add('EX2'); Get-NamespacePlan $list @given")]
    [InlineData("$list = [System.Collections.Generic.List[object]]::new(); $list.Add('EX1'); $list.Add('EX2'); $list | Get-NamespacePlan @given")]
    [InlineData("function one { 'EX1' } function two { 'EX2' } (one), (two) | Get-NamespacePlan @given")]
    public void Every_form_of_a_name_gives_the_same_servers(string script) =>
        Assert.Equal(["EX1  2016  True  ", "EX2  2016  True  "], Lines($"{script} | Show-Server"));

    [Fact]
    public void A_full_name_gives_the_short_name_and_the_directory_domain()
    {
        HostRun run = Run("'EX1.corp.contoso.com', 'EX2.corp.contoso.com' | Get-NamespacePlan @bare | % { \"$($_.ADDomain) $($_.DnsModel)\"; $_ | Show-Server }");

        Assert.Equal(["corp.contoso.com Pinpoint", "EX1 ex1.corp.contoso.com 2016  True  ", "EX2 ex2.corp.contoso.com 2016  True  "], run.Output);
    }

    [Fact]
    public void A_hashtable_carries_all_that_is_known_of_a_server() => Assert.Equal(
        ["EX1 ex1.corp.contoso.com 2010 Zurich False True 10.0.0.1 10.0.0.2"],
        Lines(
            """
            @{ Name = 'EX1'; Fqdn = 'ex1.corp.contoso.com'; Version = '2010'; Site = 'Zurich'; InternetFacing = $false; OutlookAnywhereEnabled = $true; IPAddress = '10.0.0.1', '10.0.0.2' } |
                Get-NamespacePlan @given | Show-Server
            """));

    [Theory]
    [InlineData("Version = 2016")]
    [InlineData("ExchangeVersion = 2016")]
    [InlineData("Version = '2016'")]
    [InlineData("AdminDisplayVersion = '2016'")]
    public void A_product_year_may_be_a_number(string member) =>
        Assert.Equal(["EX1  2016  True  "], Lines($"@{{ Name = 'EX1'; {member} }} | Get-NamespacePlan -ExternalHost mail.contoso.com -WarningAction SilentlyContinue | Show-Server"));

    [Fact]
    public void Rows_of_a_table_are_all_text_and_may_have_columns_of_their_own() => Assert.Equal(
        ["EX1 ex1.contoso.com 2016CU23 Zurich True  10.0.0.1 10.0.0.2", "EX2  2019CU12 Bern False  "],
        Lines(
            """
            [pscustomobject] @{ Name = 'EX1'; Fqdn = 'ex1.contoso.com'; Version = '2016CU23'; Site = 'Zurich'; InternetFacing = ''; IPAddress = '10.0.0.1; 10.0.0.2'; Rack = '12'; Owner = '' },
            [pscustomobject] @{ Name = 'EX2'; Fqdn = ''; Version = '2019CU12'; Site = 'Bern'; InternetFacing = 'False'; IPAddress = ''; Rack = '13'; Owner = 'it' } |
                Get-NamespacePlan @given | Show-Server
            """));

    [Theory]
    [InlineData("$row")]
    [InlineData("[System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($row))")]
    public void A_mistyped_column_is_refused_by_name(string input)
    {
        HostRun run = Run($"$row = [pscustomobject] @{{ Name = 'EX1'; InternetFacin = 'False'; Rack = '1' }}; {input} | Get-NamespacePlan @given");

        ErrorRecord error = Fault(run, "GetNamespacePlanCommand", "MemberUnknown", ErrorCategory.InvalidData);
        Assert.Equal("InternetFacin", error.TargetObject);
        Assert.Contains("InternetFacing", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Any_unknown_key_of_a_hashtable_is_refused()
    {
        HostRun run = Run("@{ Name = 'EX1'; Rack = '1' } | Get-NamespacePlan @given");

        Assert.Equal("Rack", Fault(run, "GetNamespacePlanCommand", "MemberUnknown", ErrorCategory.InvalidData).TargetObject);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_deserialized_object_is_read_like_the_live_one() => Assert.Equal(
        ["EX1 ex1.contoso.com 2016CU23 Zurich False  ", "EX2 ex2.contoso.com 2019CU12 Bern True  "],
        Lines(
            """
            $live = [pscustomobject] @{
                PSTypeName = 'Microsoft.Exchange.Data.Directory.Management.ExchangeServer'
                Name = 'EX1'; Fqdn = 'ex1.contoso.com'; Site = 'contoso.com/Configuration/Sites/Zurich'; ServerRole = 'Mailbox, ClientAccess'
                AdminDisplayVersion = 'Version 15.1 (Build 2507.6)'; ExchangeVersion = '0.1 (8.0.535.0)'; IsClientAccessServer = $true
                InternetFacin = 'a property of the object'; DataPath = 'C:\x' }
            $second = [pscustomobject] @{ Name = 'EX2'; Fqdn = 'ex2.contoso.com'; Site = 'CN=Bern,CN=Sites,CN=Configuration,DC=contoso,DC=com'; ServerRole = 'Mailbox'; AdminDisplayVersion = 'Version 15.2 (Build 31118.7)' }
            $live, $second |
                % { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) } |
                % { if ($_.Name -eq 'EX1') { $_.psobject.Properties.Add([psnoteproperty]::new('InternetFacing', $false)) }; $_ } |
                Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue | Show-Server
            """));

    [Fact]
    public void A_deserialized_array_and_nested_values_arrive_as_their_text() => Assert.Equal(
        ["EX1  2016CU23 Zurich True  10.0.0.1 10.0.0.2"],
        Lines(
            """
            $row = [pscustomobject] @{ Name = 'EX1'; AdminDisplayVersion = [version] '15.1.2507.6'; Site = [psobject]::AsPSObject('Zurich'); IPAddress = [ipaddress[]] @('10.0.0.1', '10.0.0.2') }
            $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($row, 3))
            $back | Get-NamespacePlan -ExternalHost mail.contoso.com -DnsModel Split -WarningAction SilentlyContinue | Show-Server
            """));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Enumerations_and_objects_of_a_remote_server_count_by_their_text(int depth) => Assert.Equal(
        ["EX1  2016CU23 Zurich True  ", "skipped EX2"],
        Lines(
            """
            param($Depth)
            [Flags()] enum Role { Mailbox = 2; ClientAccess = 4; HubTransport = 32 }
            class Id { [string] $Name; [int] $Depth = 4; Id($n) { $this.Name = $n } [string] ToString() { return "contoso.com/Configuration/Sites/$($this.Name)" } }
            class Shown { [int] $Major; [string] $Text; Shown($t) { $this.Text = $t } [string] ToString() { return $this.Text } }
            class Server { [string] $Name; $Site; $ServerRole; $AdminDisplayVersion }
            $one = [Server] @{ Name = 'EX1'; Site = [Id]::new('Zurich'); ServerRole = [Role] 'Mailbox, ClientAccess'; AdminDisplayVersion = [Shown]::new('Version 15.1 (Build 2507.6)') }
            $two = [Server] @{ Name = 'EX2'; Site = [Id]::new('Zurich'); ServerRole = [Role] 'Mailbox, HubTransport'; AdminDisplayVersion = [Shown]::new('Version 14.3 (Build 123.4)') }
            $back = $one, $two | % { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_, $Depth)) }
            $back | Get-NamespacePlan @bare -Verbose 4>&1 | % { if ($_ -isnot [System.Management.Automation.VerboseRecord]) { $_ | Show-Server } elseif ("$_" -like "* is skipped.") { "skipped $("$_".Split(' ')[0])" } }
            """,
            depth).Order(StringComparer.Ordinal));

    [Fact]
    public void A_captured_Exchange_server_is_read_from_its_property_texts()
    {
        string capture = Path.Combine(Path.GetDirectoryName(ModuleHost.FindManifest())!, "..", "shared", "data", "third-party", "exchange-captures", "GetExchangeServer.xml");
        Assert.SkipUnless(File.Exists(capture), "../shared/data/third-party/exchange-captures/GetExchangeServer.xml is not beside this repository.");

        IReadOnlyList<string> lines = Lines(
            """
            param($File)
            $server = [System.Management.Automation.PSSerializer]::Deserialize([System.IO.File]::ReadAllText($File))
            $server | Get-NamespacePlan -ExternalHost mail.solo.com -WarningAction SilentlyContinue |
                % { "$($_.ADDomain) $($_.DnsModel)"; $_ | Show-Server; ($_ | Export-VirtualDirectoryScript)[0] }
            """,
            capture);

        Assert.Equal(
            [
                "solo.com Split",
                "SOLO-E19A solo-e19a.solo.com 2019CU11 Default-First-Site-Name True  ",
                "Set-ClientAccessService -Identity SOLO-E19A -AutoDiscoverServiceInternalUri https://mail.solo.com/Autodiscover/Autodiscover.xml",
            ],
            lines);
    }

    [Theory]
    [InlineData("ServerRole = 'Mailbox'; AdminDisplayVersion = 'Version 14.3 (Build 123.4)'", false)]
    [InlineData("ServerRole = 'HubTransport, UnifiedMessaging'; Version = '2007SP3'", false)]
    [InlineData("ServerRole = 'Edge'; Version = '2019'", false)]
    [InlineData("IsClientAccessServer = $false", false)]
    [InlineData("ServerRole = 'Mailbox'; Version = '2019'", true)]
    [InlineData("ServerRole = 'Mailbox, ClientAccess'; Version = '2010'", true)]
    [InlineData("IsClientAccessServer = $true", true)]
    public void A_server_without_client_access_is_skipped_with_a_verbose_word(string members, bool kept)
    {
        HostRun run = Run($"'CAS1', @{{ Name = 'EX2'; {members} }} | Get-NamespacePlan @given -Verbose | % {{ \"$($_.Servers)\" }}");

        Assert.Equal([kept ? "CAS1 EX2" : "CAS1"], run.Output);
        Assert.Empty(run.Errors);
        Assert.Equal(kept ? 0 : 1, run.Verbose.Count(v => v.StartsWith("EX2 has no client-access role", StringComparison.Ordinal)));
    }

    [Fact]
    public void When_all_are_skipped_no_server_is_left()
    {
        HostRun run = Run("@{ Name = 'MBX1'; ServerRole = 'Mailbox'; Version = '2010' } | Get-NamespacePlan @given");

        Fault(run, "GetNamespacePlanCommand", "ServerMissing", ErrorCategory.ObjectNotFound);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("@() | Get-NamespacePlan @given")]
    [InlineData("Get-NamespacePlan @() @given")]
    [InlineData("Get-NamespacePlan $null @given")]
    [InlineData("& { } | Get-NamespacePlan @given")]
    public void No_input_is_said(string script)
    {
        HostRun run = Run(script);

        ErrorRecord error = Fault(run, "GetNamespacePlanCommand", "ServerMissing", ErrorCategory.ObjectNotFound);
        Assert.StartsWith("Server: ", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("$null, 'EX1' | Get-NamespacePlan @given")]
    [InlineData("Get-NamespacePlan $null, 'EX1' @given")]
    [InlineData("'', 'EX1' | Get-NamespacePlan @given")]
    public void An_empty_server_is_refused_and_the_others_are_planned(string script)
    {
        HostRun run = Run($"{script} | % {{ \"$($_.Servers)\" }}");

        Fault(run, "GetNamespacePlanCommand", "NameEmpty", ErrorCategory.InvalidArgument);
        Assert.Equal(["EX1"], run.Output);
    }

    [Fact]
    public void One_bad_server_costs_the_others_nothing()
    {
        HostRun run = Run("'EX1', 'bad name', @{ Name = 'EX2'; InternetFacing = 'maybe' }, 'EX3', 'ex1' | Get-NamespacePlan @given | % { \"$($_.Servers)\" }");

        Assert.Equal(["EX1 EX3"], run.Output);
        Assert.Equal(["bad name", "maybe", "ex1"], run.Errors.Select(e => e.TargetObject));
    }

    [Fact]
    public void The_plan_is_written_once_at_the_end_of_input()
    {
        HostRun run = Run("& { 'EX1', 'EX2', 'EX3' | % { $script:last = $_; $_ } } | Get-NamespacePlan @given | % { \"$($_.Servers.Count) after $script:last\" }");

        Assert.Equal(["3 after EX3"], run.Output);
    }

    [Fact]
    public void An_input_that_is_read_twice_leaves_the_callers_objects_alone() => Assert.Equal(
        ["EX1  2016  True  ", "EX1  2016  True  ", "1 Name"],
        Lines("$h = @{ Name = 'EX1' }; 1..2 | % { $h | Get-NamespacePlan @given | Show-Server }; \"$($h.Count) $($h.Keys)\""));
}
