using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
using ExchangeNamespace.Diagnostics;
using ExchangeNamespace.Emission;
using ExchangeNamespace.Model;
using ExchangeNamespace.Tests.Support;
using Xunit;

namespace ExchangeNamespace.Tests.Emission;

public class CommandValueTests
{
    [Fact]
    public void Each_kind_has_its_form()
    {
        Assert.Equal("-ExternalUrl $null", Parameter("ExternalUrl", CommandValue.Null));
        Assert.Equal("-WhatIf", Parameter("WhatIf", CommandValue.Switch));
        Assert.Equal("-RequireSSL:$true", Parameter("RequireSSL", CommandValue.Boolean(true)));
        Assert.Equal("-RequireSSL:$false", Parameter("RequireSSL", CommandValue.Boolean(false)));
        Assert.Equal("-SSLOffloading:$True", Parameter("SSLOffloading", CommandValue.Boolean(true, capital: true)));
        Assert.Equal("-SSLOffloading:$False", Parameter("SSLOffloading", CommandValue.Boolean(false, capital: true)));
        Assert.Equal("-Identity CAS01", Parameter("Identity", CommandValue.Text("CAS01", LiteralForm.Bare)));
        Assert.Equal("-AutoDiscoverSiteScope Zurich,\"Sao Paulo\",'a;b'", Parameter("AutoDiscoverSiteScope", CommandValue.List(["Zurich", "Sao Paulo", "a;b"], LiteralForm.Bare)));
        Assert.Equal("-DomainName @()", Parameter("DomainName", CommandValue.List([], LiteralForm.Bare)));
        Assert.Equal("-FileData ([System.IO.File]::ReadAllBytes('C:\\O''Brien.cer'))", Parameter("FileData", CommandValue.FileBytes("C:\\O'Brien.cer")));
    }

    [Fact]
    public void What_is_put_together_from_other_lines_has_its_form()
    {
        Assert.Equal("-Server (Get-Item x | Select-Object).Name", Parameter("Server", CommandValue.MemberOf("Get-Item x | Select-Object", "Name")));
        Assert.Equal("-FilterScript { $_.IsClientAccessServer }", Parameter("FilterScript", CommandValue.Where("IsClientAccessServer")));
        Assert.Equal("-FilterScript { -not $_.OfflineAddressBook }", Parameter("FilterScript", CommandValue.WhereMissing("OfflineAddressBook")));
        Assert.Equal("-Banner \"220 one\"", Parameter("Banner", CommandValue.Lines(["220 one"], LiteralForm.DoubleQuoted)));
        Assert.Equal("-Banner ('220 one' + [char]13 + [char]10 + '220 two')", Parameter("Banner", CommandValue.Lines(["220 one", "220 two"], LiteralForm.DoubleQuoted)));
    }

    [Fact]
    public void The_texts_of_a_value_are_those_that_the_parameter_is_given()
    {
        Assert.Equal(["True"], CommandValue.Boolean(true).Texts!);
        Assert.Equal(["False"], CommandValue.Boolean(false).Texts!);
        Assert.Equal(["a", "b c"], CommandValue.List(["a", "b c"], LiteralForm.Bare).Texts!);
        Assert.Empty(CommandValue.Null.Texts!);
        Assert.Null(CommandValue.Where("IsValid").Texts);
    }

    [Fact]
    public void The_set_is_closed() => Assert.All(
        typeof(CommandValue).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CommandValue))), t => Assert.True(t.IsNestedPrivate && t.IsSealed, t.Name));

    [Fact]
    public void A_selection_takes_servers_by_either_name_services_and_one_shell()
    {
        NamespacePlan plan = Plans.Make(
            new object[]
            {
                Plans.Members(("Name", "OLD01"), ("ExchangeVersion", "2010")),
                Plans.Members(("Name", "NEW01"), ("Fqdn", "new01.corp.contoso.com"), ("ExchangeVersion", "2016")),
                Plans.Members(("Name", "NEW02"), ("ExchangeVersion", "2016")),
            },
            ("ExternalHost", "mail.contoso.com"), ("DnsModel", "Split"), ("ServiceHost", Plans.Members(("OutlookAnywhere", "oa.contoso.com"))));

        Assert.Equal(["OLD01", "NEW01", "NEW02", ""], Targets(new CommandSelection()));
        Assert.Equal(["NEW01"], Targets(new CommandSelection { Servers = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "NEW01.corp.contoso.com" } }));
        Assert.Equal(["NEW02"], Targets(new CommandSelection { Servers = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "new02" } }));
        Assert.Equal(["OLD01"], Targets(new CommandSelection { Generation = ShellGeneration.Exchange2010 }));
        Assert.Equal(["NEW01", "NEW02", ""], Targets(new CommandSelection { Generation = ShellGeneration.Exchange2016 }));
        Assert.Empty(Targets(new CommandSelection { Generation = ShellGeneration.Exchange2013 }));
        Assert.Equal(["OLD01", "NEW01", "NEW02"], Targets(new CommandSelection { Services = new HashSet<ClientService> { ClientService.OWA } }));

        IEnumerable<string> Targets(CommandSelection selection) => CommandBuilder.Build(plan, selection).Select(c => c.Target).Distinct();
    }

    [Fact]
    public void Each_version_has_a_shell() => Assert.Equal(
        [ShellGeneration.Exchange2007, ShellGeneration.Exchange2010, ShellGeneration.Exchange2013, ShellGeneration.Exchange2016],
        Support.Versions.All.Select(v => ShellGenerations.Of(Support.Versions.Read(v))).Distinct());

    [Theory]
    [InlineData("2007", ShellGeneration.Exchange2007)] // all service packs share one shell
    [InlineData("2007SP1", ShellGeneration.Exchange2007)]
    [InlineData("2013", ShellGeneration.Exchange2013)]
    [InlineData("SE", ShellGeneration.Exchange2016)]
    [InlineData("2005", null)]
    public void A_shell_is_read_from_a_version(string text, ShellGeneration? expected)
    {
        Assert.Equal(expected is not null, ShellGenerations.TryParse(text, "Version", out ShellGeneration shell, out InputFault? fault));
        Assert.Equal(expected is null, fault is not null);
        Assert.Equal(expected ?? ShellGeneration.Exchange2007, shell);
    }

    [Fact]
    public void A_service_connection_point_is_set_in_a_phase_of_its_own()
    {
        NamespacePlan plan = Plans.Make("EX01", ("ExternalHost", "mail.contoso.com"), ("ExchangeVersion", "2016"));

        Assert.All(
            CommandBuilder.Build(plan, new CommandSelection()),
            c => Assert.Equal(c.Service == ClientService.Autodiscover ? CommandPhase.ServiceConnectionPoint : CommandPhase.VirtualDirectory, c.Phase));
    }

    private static string Parameter(string name, CommandValue value) => new CommandParameter(name, value).ToString();
}
