using System;
using System.Collections.Generic;
using System.Linq;
using ExchangeNamespace.Catalog;
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
    public void The_set_is_closed() => Assert.All(
        typeof(CommandValue).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CommandValue))), t => Assert.True(t.IsNestedPrivate && t.IsSealed, t.Name));

    [Fact]
    public void A_comment_cannot_end_and_has_no_text_beyond_ASCII() =>
        Assert.Equal("# a?b??c?", ScriptComment.Line("a\nb\r\nc\u2028 "));

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

    private static string Parameter(string name, CommandValue value) => new CommandParameter(name, value).ToString();
}
