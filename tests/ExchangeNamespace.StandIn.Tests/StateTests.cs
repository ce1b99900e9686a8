using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.StandIn.State;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.StandIn.Tests;

/// <summary>What a line changes in the state, and what it leaves alone.</summary>
public class StateTests
{
    public static TheoryData<string> AllVersions => [.. VersionKeys.All];

    [Fact]
    public void The_lines_of_the_article_leave_their_values_in_a_2007_organisation()
    {
        using StandInExchange exchange = StandInExchange.Create("2007SP1", "CASServer.shudnow.local");
        string[] lines =
        [
            "Set-ClientAccessServer -Identity CASServer -AutoDiscoverServiceInternalUri https://webmail.shudnow.local/Autodiscover/Autodiscover.xml",
            "Set-WebServicesVirtualDirectory -Identity \"CASServer\\EWS (Default Web Site)\" -InternalURL https://webmail.shudnow.local/EWS/Exchange.asmx -ExternalURL https://webmail.shudnow.net/EWS/Exchange.asmx -BasicAuthentication:$true",
            "Set-OABVirtualDirectory -Identity \"CASServer\\OAB (Default Web Site)\" -InternalURL https://webmail.shudnow.local/OAB -ExternalURL https://webmail.shudnow.net/OAB -RequireSSL:$true",
            "Enable-OutlookAnywhere -Server CASServer -ExternalHostname \"webmail.shudnow.net\" -ClientAuthenticationMethod \"Basic\" -SSLOffloading:$False",
            "Set-ActiveSyncVirtualDirectory -Identity \"CASServer\\Microsoft-Server-ActiveSync (Default Web Site)\" -ExternalURL https://webmail.shudnow.net/Microsoft-Server-ActiveSync",
            "Set-UMVirtualDirectory -Identity \"CASServer\\UnifiedMessaging (Default Web Site)\" -InternalURL https://webmail.shudnow.local/UnifiedMessaging/Service.asmx -ExternalURL https://webmail.shudnow.net/UnifiedMessaging/Service.asmx -BasicAuthentication:$true",
        ];

        Assert.All(exchange.InvokeAll(lines), result => Assert.True(result.Succeeded, result.ToString()));

        StandInContainer server = exchange.State["casserver"];
        Assert.Equal("https://webmail.shudnow.local/Autodiscover/Autodiscover.xml", StandInState.Text(server["ClientAccessServer"]["AutoDiscoverServiceInternalUri"]));
        Assert.Equal("https://webmail.shudnow.local/EWS/Exchange.asmx", StandInState.Text(server[@"CASServer\EWS (Default Web Site)"]["InternalUrl"]));
        Assert.Equal(true, server[@"CASServer\EWS (Default Web Site)"]["BasicAuthentication"]);
        Assert.Equal(true, server[@"CASServer\OAB (Default Web Site)"]["RequireSSL"]);
        StandInObject rpc = server[@"CASServer\Rpc (Default Web Site)"];
        Assert.Equal(("webmail.shudnow.net", "Basic", false), (rpc["ExternalHostname"], rpc["ClientAuthenticationMethod"], rpc["SSLOffloading"]));
        StandInObject sync = server[@"CASServer\Microsoft-Server-ActiveSync (Default Web Site)"];
        Assert.Equal("https://CASServer/Microsoft-Server-ActiveSync", StandInState.Text(sync["InternalUrl"]));
        Assert.Equal("https://webmail.shudnow.net/Microsoft-Server-ActiveSync", StandInState.Text(sync["ExternalUrl"]));
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void A_line_changes_what_it_names_and_nothing_else(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01.contoso.com@Paris", "CAS02.contoso.com@Rome");
        IReadOnlyList<string> before = exchange.State.Snapshot();

        StandInResult result = exchange.Invoke("Set-WebServicesVirtualDirectory -Identity 'CAS02\\EWS (Default Web Site)' -ExternalUrl https://mail.contoso.com/EWS/Exchange.asmx");

        Assert.True(result.Succeeded, result.ToString());
        Assert.Equal(
            [@"CAS02|CAS02\EWS (Default Web Site)|ExternalUrl=https://mail.contoso.com/EWS/Exchange.asmx"],
            exchange.State.Snapshot().Except(before));
        Assert.Equal(@"CAS02|CAS02\EWS (Default Web Site)|ExternalUrl=<null>", Assert.Single(before.Except(exchange.State.Snapshot())));
        StandInCall call = Assert.Single(result.Calls);
        Assert.Equal("Set-WebServicesVirtualDirectory", call.Cmdlet);
        Assert.Equal(["ExternalUrl", "Identity"], call.Parameters.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void Null_clears_a_url(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        StandInObject ews = exchange.State["CAS01"][@"CAS01\EWS (Default Web Site)"];
        Assert.NotNull(ews["InternalUrl"]);

        Assert.True(exchange.Invoke("Set-WebServicesVirtualDirectory -Identity 'CAS01\\EWS (Default Web Site)' -InternalUrl $null").Succeeded);

        Assert.True(ews.Properties.ContainsKey("InternalUrl"));
        Assert.Null(ews["InternalUrl"]);
    }

    [Theory]
    [InlineData(@"CAS01\EWS (Default Web Site)")]
    [InlineData(@"cas01\ews (default web site)")]
    [InlineData(@"CAS01\EWS*")]
    [InlineData(@"CAS01.contoso.com\EWS (Default Web Site)")]
    [InlineData(@"EWS (Default Web Site)")]
    public void An_identity_names_a_directory_by_name_wildcard_or_on_the_local_server(string identity)
    {
        using StandInExchange exchange = StandInExchange.Create("2016", "CAS01.contoso.com", "CAS02.contoso.com");

        Assert.True(exchange.Invoke("Set-WebServicesVirtualDirectory -Identity '" + identity + "' -ExternalUrl https://a.b/c").Succeeded);

        Assert.NotNull(exchange.State["CAS01"][@"CAS01\EWS (Default Web Site)"]["ExternalUrl"]);
        Assert.Null(exchange.State["CAS02"][@"CAS02\EWS (Default Web Site)"]["ExternalUrl"]);
    }

    [Theory]
    [InlineData("2016", "Set-WebServicesVirtualDirectory -Identity 'CAS09\\EWS (Default Web Site)' -ExternalUrl https://a.b/c", "ObjectNotFound")]
    [InlineData("2016", "Set-WebServicesVirtualDirectory -Identity 'CAS01\\EWS(Default Web Site)' -ExternalUrl https://a.b/c", "ObjectNotFound")]
    [InlineData("2016", "Set-WebServicesVirtualDirectory -Identity 'CAS01\\owa (Default Web Site)' -ExternalUrl https://a.b/c", "ObjectNotFound")]
    [InlineData("2016", "Set-WebServicesVirtualDirectory -Identity 'CAS01\\EWS (Exchange Back End)' -ExternalUrl https://a.b/c", "ObjectNotFound")]
    [InlineData("2007SP1", "Set-OwaVirtualDirectory -Identity 'CAS01\\Ex*' -ExternalUrl https://a.b/c", "AmbiguousIdentity")]
    [InlineData("2016", "Set-ClientAccessService -Identity CAS09 -AutoDiscoverServiceInternalUri https://a.b/c", "ObjectNotFound")]
    [InlineData("2010", "Set-OutlookProvider -Identity EXHTTP -CertPrincipalName msstd:a.b", "ObjectNotFound")]
    [InlineData("2010", "Get-OabVirtualDirectory -Identity 'CAS01\\OAB (Other)'", "ObjectNotFound")]
    [InlineData("2010", "Get-OabVirtualDirectory -Server CAS09", "ObjectNotFound")]
    [InlineData("2010", "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -ExternalHostname a.b", "ObjectNotFound")]
    [InlineData("2007RTM", "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -ExternalHostname a.b", "ObjectNotFound")]
    [InlineData("2010", "Disable-OutlookAnywhere -Server CAS01", "ObjectNotFound")]
    [InlineData("2010", "Enable-ExchangeCertificate -Thumbprint 0011 -Services IIS", "ObjectNotFound")]
    [InlineData("2010", "Set-SendConnector -Identity Out -Fqdn a.b", "ObjectNotFound")]
    public void An_unknown_identity_fails_and_changes_nothing(string version, string line, string error)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        IReadOnlyList<string> before = exchange.State.Snapshot();

        StandInResult result = exchange.Invoke(line);

        Assert.StartsWith(error, Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Equal(before, exchange.State.Snapshot());
    }

    [Theory]
    [InlineData("2007RTM", "-ExternalAuthenticationMethod Basic")]
    [InlineData("2007SP3", "-ClientAuthenticationMethod Basic")]
    [InlineData("2010", "-DefaultAuthenticationMethod Ntlm")]
    public void Outlook_Anywhere_is_enabled_once_then_set_then_disabled(string version, string method)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        string enable = "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname mail.contoso.com -SSLOffloading $false " + method;
        const string Set = "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -ExternalHostname m2.contoso.com";

        Assert.True(exchange.Invoke(enable).Succeeded);
        Assert.StartsWith("ObjectExists", Assert.Single(exchange.Invoke(enable).Errors).FullyQualifiedErrorId);
        Assert.True(exchange.Invoke(Set).Succeeded);
        Assert.Equal("m2.contoso.com", exchange.State["CAS01"][@"CAS01\Rpc (Default Web Site)"]["ExternalHostname"]);
        Assert.True(exchange.Invoke("Disable-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)'").Succeeded);
        Assert.False(exchange.Invoke(Set).Succeeded);
        Assert.True(exchange.Invoke(enable).Succeeded);
    }

    [Theory]
    [InlineData("2013")]
    [InlineData("2016")]
    [InlineData("2019")]
    [InlineData("SE")]
    public void Outlook_Anywhere_of_2013_and_later_takes_hosts_with_their_companions(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "EX01.contoso.com");
        const string Set = "Set-OutlookAnywhere -Identity 'EX01\\Rpc (Default Web Site)' ";
        StandInObject rpc = exchange.State["EX01"][@"EX01\Rpc (Default Web Site)"];

        foreach (string refused in new[]
        {
            "-DefaultAuthenticationMethod Ntlm -ExternalClientAuthenticationMethod Ntlm",
            "-DefaultAuthenticationMethod Ntlm -InternalClientAuthenticationMethod Ntlm",
            "-DefaultAuthenticationMethod Ntlm -IISAuthenticationMethods Ntlm",
            "-ExternalHostname mail.contoso.com",
            "-InternalHostname mail.contoso.com",
            "-SSLOffloading $false -ExternalClientsRequireSsl $false",
        })
        {
            Assert.StartsWith("InvalidCombination", Assert.Single(exchange.Invoke(Set + refused).Errors).FullyQualifiedErrorId);
        }

        Assert.Null(rpc["ExternalHostname"]);
        Assert.True(exchange.Invoke(Set + "-ExternalHostname mail.contoso.com -ExternalClientsRequireSsl $true -ExternalClientAuthenticationMethod Negotiate -InternalHostname mail.contoso.com -InternalClientsRequireSsl $true").Succeeded);
        Assert.Equal(("mail.contoso.com", "mail.contoso.com"), (rpc["ExternalHostname"], rpc["InternalHostname"]));
        Assert.True(exchange.Invoke(Set + "-DefaultAuthenticationMethod Ntlm").Succeeded);
        Assert.Equal(("Ntlm", "Ntlm", "Ntlm"), (rpc["ExternalClientAuthenticationMethod"], rpc["InternalClientAuthenticationMethod"], StandInState.Text(rpc["IISAuthenticationMethods"])));
        Assert.True(exchange.Invoke(Set + "-ExternalHostname $null").Succeeded);
        Assert.Null(rpc["ExternalHostname"]);
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void WhatIf_changes_nothing_and_exists_where_the_catalogue_has_it(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01");
        string[] lines =
        [
            "Set-WebServicesVirtualDirectory -Identity 'CAS01\\EWS (Default Web Site)' -ExternalUrl https://a.b/c",
            "Set-ClientAccessServer -Identity CAS01 -AutoDiscoverServiceInternalUri https://a.b/c",
            "Set-OutlookProvider -Identity EXPR -CertPrincipalName msstd:a.b",
            "Enable-OutlookAnywhere -Server CAS01 -ExternalHostname a.b -SSLOffloading $false -ClientAuthenticationMethod Basic",
            "Set-OutlookAnywhere -Identity 'CAS01\\Rpc (Default Web Site)' -SSLOffloading $true",
            "New-ExchangeCertificate -GenerateRequest -SubjectName 'CN=a.b'",
            "New-SendConnector -Name Out -AddressSpaces *",
            "Set-ReceiveConnector -Identity 'CAS01\\Default CAS01' -Banner '220 x'",
        ];
        IReadOnlyList<string> before = exchange.State.Snapshot();
        foreach (string line in lines)
        {
            string cmdlet = line.Split(' ')[0];
            StandInResult result = exchange.Invoke(line + " -WhatIf");
            bool known = CmdletCatalog.Default.Exists(cmdlet, exchange.Version.Exchange) && CmdletCatalog.Default.Find(cmdlet)!.FindParameter("WhatIf")!.ExistsIn(exchange.Version.Exchange);
            Assert.True(known == (result.Calls.Count > 0), version + ": " + result);
        }

        Assert.Equal(before, exchange.State.Snapshot());
    }

    [Theory]
    [MemberData(nameof(AllVersions))]
    public void Outlook_provider_and_site_scope_take_their_values(string version)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01.contoso.com@Paris");
        string access = version is "2016" or "2019" or "SE" ? "Set-ClientAccessService" : "Set-ClientAccessServer";
        Assert.Equal("Paris", StandInState.Text(exchange.State["CAS01"]["ClientAccessServer"]["AutoDiscoverSiteScope"]));

        Assert.True(exchange.Invoke("Set-OutlookProvider -Identity EXPR -CertPrincipalName 'msstd:mail.contoso.com'").Succeeded);
        Assert.True(exchange.Invoke(access + " -Identity CAS01 -AutoDiscoverSiteScope 'Paris','Rome'").Succeeded);

        Assert.Equal("msstd:mail.contoso.com", exchange.State.Organization[@"OutlookProvider\EXPR"]["CertPrincipalName"]);
        Assert.Equal("Paris,Rome", StandInState.Text(exchange.State["CAS01"]["ClientAccessServer"]["AutoDiscoverSiteScope"]));
        Assert.True(exchange.Invoke("Set-OutlookProvider -Identity EXPR -CertPrincipalName $null").Succeeded);
        Assert.Null(exchange.State.Organization[@"OutlookProvider\EXPR"]["CertPrincipalName"]);
        if (!version.StartsWith("2007", StringComparison.Ordinal))
        {
            Assert.True(exchange.Invoke(access + " -Identity CAS01 -AutoDiscoverSiteScope @{Add='Oslo'; Remove='rome'}").Succeeded);
            Assert.Equal("Paris,Oslo", StandInState.Text(exchange.State["CAS01"]["ClientAccessServer"]["AutoDiscoverSiteScope"]));
        }
    }

    [Theory]
    [InlineData("2013", "New-ReceiveConnector -Name Relay -Usage Custom -Bindings 0.0.0.0:2526 -RemoteIPRanges 10.0.0.1-10.0.0.9 -Fqdn mail.contoso.com -TransportRole FrontendTransport", true)]
    [InlineData("2013", "New-ReceiveConnector -Name Relay -Usage Custom -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.1 -TransportRole FrontendTransport", false)]
    [InlineData("2013", "New-ReceiveConnector -Name Relay -Usage Custom -Bindings 0.0.0.0:25 -RemoteIPRanges 10.0.0.1 -TransportRole FrontendTransport", true)]
    [InlineData("2013", "New-ReceiveConnector -Name Relay -Usage Custom -Bindings 0.0.0.0:25 -RemoteIPRanges 10.0.0.1", false)]
    [InlineData("2013", "New-ReceiveConnector -Name Relay -Internet -Bindings 0.0.0.0:25 -TransportRole FrontendTransport", false)]
    [InlineData("2010", "New-ReceiveConnector -Name Relay -Internet -Bindings 0.0.0.0:25 -RemoteIPRanges 0.0.0.0/0", false)]
    [InlineData("2010", "New-ReceiveConnector -Name Relay -Internet -Bindings 10.0.0.25:25", true)]
    [InlineData("2007RTM", "New-ReceiveConnector -Name Relay -Usage Internet -Bindings 0.0.0.0:25", false)]
    [InlineData("2016", "Set-ReceiveConnector -Identity 'CAS01\\Default CAS01' -Banner 'Hello'", false)]
    [InlineData("2007SP2", "New-ReceiveConnector -Name Relay -Custom -PermissionGroups AnonymousUsers -AuthMechanism Tls -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.0/8", true)]
    [InlineData("2007RTM", "New-ReceiveConnector -Name Relay -Usage Internet -Bindings 0.0.0.0:2525", true)]
    [InlineData("2013", "New-ReceiveConnector -Name Relay -Usage Client -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.1", false)]
    [InlineData("2013", "New-ReceiveConnector -Name Relay -Usage Custom -RemoteIPRanges 10.0.0.1", false)]
    [InlineData("2013", "New-ReceiveConnector -Name Relay -Usage Custom -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.1 -AuthMechanism Tls,ExchangeServer -Fqdn mail.contoso.com", false)]
    [InlineData("2013", "New-ReceiveConnector -Name 'Default CAS01' -Usage Custom -Bindings 0.0.0.0:2525 -RemoteIPRanges 10.0.0.1", false)]
    [InlineData("2013", "Set-ReceiveConnector -Identity 'CAS01\\Default Frontend CAS01' -Fqdn mail.contoso.com", false)]
    [InlineData("2013", "Set-ReceiveConnector -Identity 'CAS01\\Default Frontend CAS01' -Fqdn $null", true)]
    [InlineData("2013", "Set-ReceiveConnector -Identity 'CAS01\\Client Frontend CAS01' -Fqdn mail.contoso.com", true)]
    [InlineData("2010", "New-SendConnector -Name Out -AddressSpaces 'SMTP:*;1' -Fqdn mail.contoso.com -Usage Internet", true)]
    public void A_connector_keeps_to_its_rules(string version, string line, bool accepted)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01.contoso.com");
        IReadOnlyList<string> before = exchange.State.Snapshot();

        StandInResult result = exchange.Invoke(line);

        Assert.True(accepted == result.Succeeded, result.ToString());
        Assert.Equal(accepted, !before.SequenceEqual(exchange.State.Snapshot()));
    }

    [Theory]
    [InlineData("10.0.0.10", "198.51.100.7", "Internet")]
    [InlineData("10.0.0.10", "10.0.0.5", "Default Frontend CAS01")]
    [InlineData("10.0.0.25", "10.0.0.5", "Partner")]
    public void The_narrowest_range_takes_the_connection_on_the_nearest_binding(string local, string remote, string connector)
    {
        using StandInExchange exchange = StandInExchange.Create("2016", "CAS01.contoso.com");
        Assert.True(exchange.Invoke("New-ReceiveConnector -Name Internet -Internet -Bindings 0.0.0.0:25 -RemoteIPRanges 198.51.0.0/16 -TransportRole FrontendTransport").Succeeded);
        Assert.True(exchange.Invoke("New-ReceiveConnector -Name Partner -Internet -Bindings 10.0.0.25:25 -RemoteIPRanges 0.0.0.0/0 -TransportRole FrontendTransport").Succeeded);

        Assert.Equal(connector, exchange.State.ReceiveConnectorFor("CAS01", local, 25, remote)!.Name);
    }

    [Fact]
    public void A_connector_is_created_once_then_set_and_read()
    {
        using StandInExchange exchange = StandInExchange.Create("2016", "EX01.contoso.com");
        const string Create = "New-SendConnector -Name Out -AddressSpaces contoso.com,fabrikam.com";

        Assert.True(exchange.Invoke(Create).Succeeded);
        Assert.StartsWith("ObjectExists", Assert.Single(exchange.Invoke(Create).Errors).FullyQualifiedErrorId);
        Assert.True(exchange.Invoke("Set-SendConnector Out -Fqdn mail.contoso.com -Name Internet").Succeeded);
        StandInResult read = exchange.Invoke("(Get-SendConnector Internet).Fqdn");

        Assert.Equal("mail.contoso.com", Assert.Single(read.Output).ToString());
        Assert.False(exchange.Invoke("Get-SendConnector Out").Succeeded);
    }

    [Theory]
    [InlineData("2010", "Get-WebServicesVirtualDirectory -Server CAS02 | Set-WebServicesVirtualDirectory -ExternalUrl https://a.b/c")]
    [InlineData("2007SP1", "Get-WebServicesVirtualDirectory -Server CAS02 | Set-WebServicesVirtualDirectory -ExternalUrl https://a.b/c")]
    [InlineData("SE", "Get-ExchangeServer CAS02 | Get-WebServicesVirtualDirectory | Set-WebServicesVirtualDirectory -ExternalUrl https://a.b/c")]
    [InlineData("SE", "'CAS02\\EWS*' | Set-WebServicesVirtualDirectory -ExternalUrl https://a.b/c")]
    [InlineData("2016", "Get-WebServicesVirtualDirectory | Where-Object { $_.Server -eq 'CAS02' } | Set-WebServicesVirtualDirectory -ExternalUrl https://a.b/c")]
    public void Objects_flow_through_the_pipeline(string version, string line)
    {
        using StandInExchange exchange = StandInExchange.Create(version, "CAS01", "CAS02");
        IReadOnlyList<string> before = exchange.State.Snapshot();

        StandInResult result = exchange.Invoke(line);

        Assert.True(result.Succeeded, result.ToString());
        Assert.Equal([@"CAS02|CAS02\EWS (Default Web Site)|ExternalUrl=https://a.b/c"], exchange.State.Snapshot().Except(before));
    }

    [Fact]
    public void Lines_run_through_Invoke_Expression_in_the_documented_pipeline()
    {
        using StandInExchange exchange = StandInExchange.Create("2010", "CAS01");

        StandInResult result = exchange.Invoke(
            "'Set-OwaVirtualDirectory -Identity \"CAS01\\owa (Default Web Site)\" -ExternalUrl https://a.b/owa', 'Set-EcpVirtualDirectory -Nothing 1', 'Set-EcpVirtualDirectory -Identity \"CAS01\\ecp (Default Web Site)\" -ExternalUrl https://a.b/ecp' | Invoke-Expression");

        Assert.StartsWith("NamedParameterNotFound", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Equal(["Set-OwaVirtualDirectory", "Set-EcpVirtualDirectory"], result.Calls.Select(c => c.Cmdlet));
        Assert.Equal("https://a.b/ecp", StandInState.Text(exchange.State["CAS01"][@"CAS01\ecp (Default Web Site)"]["ExternalUrl"]));
    }

    [Fact]
    public void A_line_that_does_not_parse_is_an_error_record()
    {
        using StandInExchange exchange = StandInExchange.Create("2010", "CAS01");

        Assert.Single(exchange.Invoke("Set-OwaVirtualDirectory -Identity 'CAS01\\owa").Errors);
    }

    [Fact]
    public void Thousands_of_lines_run_in_one_organisation()
    {
        string[] servers = [.. Enumerable.Range(1, 500).Select(i => "EX" + i + ".contoso.com")];
        using StandInExchange exchange = StandInExchange.Create("SE", servers);

        IReadOnlyList<StandInResult> results = exchange.InvokeAll(Enumerable.Range(1, 500).SelectMany(i => new[]
        {
            $"Set-OwaVirtualDirectory -Identity \"EX{i}\\owa (Default Web Site)\" -ExternalUrl https://mail{i}.contoso.com/owa",
            $"Set-ClientAccessService -Identity EX{i} -AutoDiscoverServiceInternalUri https://mail{i}.contoso.com/Autodiscover/Autodiscover.xml",
        }));

        Assert.All(results, r => Assert.True(r.Succeeded, r.ToString()));
        Assert.All(Enumerable.Range(1, 500), i => Assert.Equal(
            $"https://mail{i}.contoso.com/owa",
            StandInState.Text(exchange.State["EX" + i][$"EX{i}\\owa (Default Web Site)"]["ExternalUrl"])));
    }

    [Fact]
    public void The_next_organisation_in_a_runspace_sees_neither_state_nor_variables_of_the_last()
    {
        using (StandInExchange first = StandInExchange.Create("2019", "A"))
        {
            Assert.True(first.Invoke("$kept = 1").Succeeded);
            Assert.Equal("1", Assert.Single(first.Invoke("$kept").Output).ToString());
        }

        using StandInExchange second = StandInExchange.Create("2019", "B");

        Assert.Equal("B", Assert.Single(second.Invoke("(Get-ExchangeServer).Identity").Output).ToString());
        Assert.Null(Assert.Single(second.Invoke("$kept").Output));
    }

    [Fact]
    public async Task Organisations_run_side_by_side()
    {
        Task[] tasks = [.. Enumerable.Range(0, 8).Select(n => Task.Run(() =>
        {
            using StandInExchange exchange = StandInExchange.Create("2016", "S" + n);
            for (int i = 0; i < 20; i++)
            {
                Assert.Equal("S" + n, Assert.Single(exchange.Invoke("(Get-ExchangeServer).Identity").Output).ToString());
            }
        }))];

        await Task.WhenAll(tasks);
    }
}
