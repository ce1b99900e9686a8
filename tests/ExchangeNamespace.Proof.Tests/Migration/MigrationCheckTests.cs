using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;
using ExchangeNamespace.Cmdlets;
using ExchangeNamespace.Migration;
using ExchangeNamespace.Model;
using ExchangeNamespace.State;
using ExchangeNamespace.Tests.Migration;
using Xunit;

namespace ExchangeNamespace.Proof.Migration;

/// <summary>Every line of this module that a step shows as a check binds: its parameters exist, and one set has all that it needs.</summary>
public sealed partial class MigrationCheckTests
{
    private static readonly Dictionary<string, Type> Commands = typeof(GetNamespacePlanCommand).Assembly.GetExportedTypes()
        .Select(t => (Type: t, Name: t.GetCustomAttribute<CmdletAttribute>()))
        .Where(t => t.Name is not null)
        .ToDictionary(t => t.Name!.VerbName + "-" + t.Name.NounName, t => t.Type, StringComparer.OrdinalIgnoreCase);

    /// <summary>What the page of the runbook says that each variable is.</summary>
    private static readonly Dictionary<string, Type> Variables = new()
    {
        ["present"] = typeof(NamespacePlan), ["target"] = typeof(NamespacePlan), ["state"] = typeof(ExchangeState), ["newState"] = typeof(ExchangeState),
        ["folder"] = typeof(string),
    };

    public static TheoryData<string> Names => ["side by side", "in place", "two hops", "one site first", "proxy", "wildcard", "hybrid"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_the_module_binds(string name)
    {
        string[] lines = [.. Named(name).Steps.SelectMany(s => s.Before.Concat(s.After)).Select(c => c.Line).OfType<string>()
            .Where(l => Commands.ContainsKey(l.Split(' ')[0])).Distinct()];

        Assert.NotEmpty(lines);
        Assert.All(lines, AssertBinds);
    }

    [Fact]
    public void A_line_without_what_its_command_needs_is_noticed()
    {
        Assert.ThrowsAny<Exception>(() => AssertBinds("Get-AutodiscoverRoute $newState"));
        Assert.ThrowsAny<Exception>(() => AssertBinds("Test-Namespace $target $newState -NoSuchThing"));
    }

    private static NamespaceMigration Named(string name) => name switch
    {
        "side by side" => Migrations.SideBySide(),
        "in place" => Migrations.InPlace(),
        "two hops" => Migrations.TwoHops(),
        "one site first" => Migrations.OneSiteFirst(),
        "proxy" => Moved(("ReverseProxy", "SeparateCertificate")),
        "wildcard" => Moved(("CertificateName", "*.contoso.com"), ("CommonName", "*.contoso.com")),
        "hybrid" => Moved(("Hybrid", "Coexistence"), ("MailHost", "mx.contoso.com")),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static NamespaceMigration Moved(params (string, object?)[] members) => Migrations.Make(
        Migrations.Plan([Migrations.Server("OLD1", "2019CU14")], members), Migrations.Plan([Migrations.Server("NEW1", "SE")], members));

    private static void AssertBinds(string line)
    {
        ScriptBlockAst script = Parser.ParseInput(Place().Replace(line, "1.example"), out _, out ParseError[] errors);
        Assert.Empty(errors);
        CommandAst command = Assert.IsType<CommandAst>(script.Find(a => a is CommandAst, searchNestedScriptBlocks: false));
        PropertyInfo[] properties = [.. Commands[command.GetCommandName()].GetProperties().Where(p => Parameters(p).Any())];
        Dictionary<string, Type> named = new(StringComparer.OrdinalIgnoreCase);
        List<Type> unnamed = [];
        for (int i = 1; i < command.CommandElements.Count; i++)
        {
            if (command.CommandElements[i] is not CommandParameterAst parameter)
            {
                unnamed.Add(TypeOf(command.CommandElements[i]));
                continue;
            }

            PropertyInfo property = Assert.Single(properties, p => p.Name.Equals(parameter.ParameterName, StringComparison.OrdinalIgnoreCase));
            named.Add(property.Name, property.PropertyType == typeof(SwitchParameter) ? property.PropertyType : TypeOf(command.CommandElements[++i]));
        }

        string[] sets = [.. properties.SelectMany(Parameters).Select(p => p.ParameterSetName).Distinct()
            .Where(s => s != ParameterAttribute.AllParameterSets).DefaultIfEmpty(ParameterAttribute.AllParameterSets)];
        Assert.True(sets.Any(set => Takes(set, properties, named, unnamed)), line + " is taken by no set of parameters.");
        Assert.DoesNotContain("-HostName *", line, StringComparison.Ordinal);
        Assert.DoesNotContain(", *", line, StringComparison.Ordinal);
        Assert.DoesNotContain("-Endpoint *", line, StringComparison.Ordinal);
        Assert.DoesNotContain("-ServerName *", line, StringComparison.Ordinal);
    }

    /// <summary>Whether a set has all that is given, and all that it asks for is given.</summary>
    private static bool Takes(string set, PropertyInfo[] properties, Dictionary<string, Type> named, List<Type> unnamed)
    {
        Dictionary<PropertyInfo, ParameterAttribute> own = properties.Select(p => (p, a: Parameters(p).FirstOrDefault(
                a => a.ParameterSetName == set || a.ParameterSetName == ParameterAttribute.AllParameterSets)))
            .Where(p => p.a is not null).ToDictionary(p => p.p, p => p.a!);
        PropertyInfo[] places = [.. own.Where(p => p.Value.Position >= 0 && !named.ContainsKey(p.Key.Name)).OrderBy(p => p.Value.Position).Select(p => p.Key)];
        return named.All(n => own.Keys.Any(p => p.Name == n.Key && IsFor(p, n.Value)))
            && unnamed.Count <= places.Length && unnamed.Zip(places).All(p => IsFor(p.Second, p.First))
            && own.Where(p => p.Value.Mandatory).All(p => named.ContainsKey(p.Key.Name) || places.Take(unnamed.Count).Contains(p.Key));
    }

    /// <summary>A plan or a state goes where the command wants one; a text is converted.</summary>
    private static bool IsFor(PropertyInfo property, Type type) => type == typeof(string) || property.PropertyType.IsAssignableFrom(type)
        || property.PropertyType.GetElementType()?.IsAssignableFrom(type) == true;

    private static Type TypeOf(CommandElementAst element) =>
        element is VariableExpressionAst variable ? Variables[variable.VariablePath.UserPath] : typeof(string);

    private static IEnumerable<ParameterAttribute> Parameters(PropertyInfo property) => property.GetCustomAttributes<ParameterAttribute>();

    /// <summary>What a person fills in.</summary>
    [GeneratedRegex("<[^<>]+>")]
    private static partial Regex Place();
}
