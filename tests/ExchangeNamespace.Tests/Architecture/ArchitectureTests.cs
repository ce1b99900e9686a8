using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ExchangeNamespace.Loading;
using Xunit;

namespace ExchangeNamespace.Tests.Architecture;

public class ArchitectureTests
{
    private static readonly string[] Own = ["netstandard", "System.Management.Automation", "ExchangeNamespace", "ExchangeNamespace.Core"];

    public static TheoryData<string> Assemblies => ["ExchangeNamespace.Core.dll", "ExchangeNamespace.dll"];

    [Fact]
    public void The_core_references_the_base_library_and_nothing_else()
    {
        using AssemblyUse core = Open("ExchangeNamespace.Core.dll");

        Assert.Equal(["netstandard"], core.References);
    }

    [Fact]
    public void Exported_types_of_the_module_show_no_third_party_type()
    {
        using AssemblyUse module = Open("ExchangeNamespace.dll");

        Assert.NotEmpty(module.OnTheSurface());
        Assert.DoesNotContain(module.OnTheSurface(), use => !Own.Contains(use.Used.Assembly));
    }

    [Fact]
    public void No_type_of_the_module_derives_from_a_third_party_type()
    {
        using AssemblyUse module = Open("ExchangeNamespace.dll");

        Assert.DoesNotContain(module.InBaseTypes(), use => !Own.Contains(use.Used.Assembly));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Rooms_use_only_what_the_page_lets_them(string file)
    {
        using AssemblyUse assembly = Open(file);

        Assert.NotEmpty(assembly.Everywhere());
        Assert.Empty(assembly.Everywhere().Where(use => !LayerRules.Allows(use.User, use.Used)).Distinct());
    }

    [Theory]
    [InlineData("Planning", "ExchangeNamespace.Core", "ExchangeNamespace.Emission", false)]
    [InlineData("Emission", "ExchangeNamespace.Core", "ExchangeNamespace.Planning", false)]
    [InlineData("Catalog", "ExchangeNamespace.Core", "ExchangeNamespace.Model", true)]
    [InlineData("Dns", "ExchangeNamespace.Core", "ExchangeNamespace.Mail.Connectors", false)]
    [InlineData("Dns", "ExchangeNamespace.Core", "ExchangeNamespace.Emission", true)]
    [InlineData("Planning.Rules", "ExchangeNamespace.Core", "ExchangeNamespace.Planning.Drafts", true)]
    [InlineData("Planning.Drafts", "ExchangeNamespace.Core", "ExchangeNamespace.Planning.Rules", false)]
    [InlineData("Cluster", "ExchangeNamespace.Core", "ExchangeNamespace.Planning", false)]
    [InlineData("Probes", "System.Management.Automation", "System.Management.Automation", false)]
    [InlineData("Probes", "DnsClient", "DnsClient", true)]
    [InlineData("Cmdlets", "DnsClient", "DnsClient", false)]
    [InlineData("Serialization", "ExchangeNamespace", "ExchangeNamespace.Cmdlets", false)]
    [InlineData("Loading", "ExchangeNamespace.Core", "ExchangeNamespace.Model", false)]
    [InlineData("NotOnThePage", "netstandard", "System", false)]
    public void The_page_says(string layer, string assembly, string used, bool isAllowed)
    {
        UsedType user = new("ExchangeNamespace", "ExchangeNamespace." + layer, "X");

        Assert.Equal(isAllowed, LayerRules.Allows(user, new UsedType(assembly, used, "Y")));
    }

    [Theory]
    [InlineData(nameof(Samples.CallsInBody))]
    [InlineData(nameof(Samples.CreatesInBody))]
    [InlineData(nameof(Samples.CatchesInBody))]
    [InlineData(nameof(Samples.GivesAsTypeArgument))]
    [InlineData(nameof(Samples.TakesAsParameter))]
    [InlineData(nameof(Samples.KeepsInField))]
    [InlineData(nameof(Samples.Derives))]
    public void A_use_is_seen_wherever_it_stands(string user)
    {
        using AssemblyUse self = new(typeof(ArchitectureTests).Assembly.Location);

        IEnumerable<string> used = self.Everywhere().Where(use => use.User.Name == user).Select(use => use.Used.Name);

        Assert.Contains(nameof(Samples.Target), used);
    }

    private static AssemblyUse Open(string file) =>
        new(Path.Combine(Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!, file));

    private static class Samples
    {
        internal class Target : Exception
        {
            public static void Call()
            {
            }
        }

        internal static class CallsInBody
        {
            public static void Do() => Target.Call();
        }

        internal static class CreatesInBody
        {
            public static object Do() => new Target();
        }

        internal static class CatchesInBody
        {
            public static int Do(Func<int> work)
            {
                try
                {
                    return work();
                }
                catch (Target)
                {
                    return 0;
                }
            }
        }

        internal static class GivesAsTypeArgument
        {
            public static object Do() => Array.Empty<Target>();
        }

        internal static class TakesAsParameter
        {
            public static void Do(Target? target) => _ = target;
        }

        internal static class KeepsInField
        {
            public static Target? Kept { get; set; }
        }

        internal sealed class Derives : Target;
    }
}
