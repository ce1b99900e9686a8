using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ExchangeNamespace.HelpBuilder.Pages;
using Xunit;

namespace ExchangeNamespace.HelpBuilder.Tests;

/// <summary>What the pages say about parameters, compared with the commands of the built module.</summary>
public class PagesAndCommandsTests
{
    private static readonly string[] Common =
        [.. Cmdlet.CommonParameters.Concat(Cmdlet.OptionalCommonParameters.Except(["WhatIf", "Confirm"]))];

    [Fact]
    public void Pages_say_what_the_commands_are()
    {
        string root = Fixture.RepositoryRoot();
        Assert.SkipUnless(
            File.Exists(Path.Combine(root, "ExchangeNamespace.psd1")) && File.Exists(Path.Combine(root, "bin", "ExchangeNamespace.dll")),
            "the module is not built");
        using var engine = new Engine();
        List<CommandInfo> commands = [.. engine
            .Run("(Import-Module $args[0] -PassThru).ExportedCommands.Values", Path.Combine(root, "ExchangeNamespace.psd1"))
            .Select(o => (CommandInfo)o.BaseObject)];
        string[] actual = [.. commands.SelectMany(Facts)];
        string[] documented = [.. new HelpFiles(root).ReadPages().SelectMany(Facts)];
        string[] differences =
        [
            .. actual.Except(documented).Select(static fact => "not on the page: " + fact),
            .. documented.Except(actual).Select(static fact => "only on the page: " + fact),
        ];
        Assert.True(differences.Length == 0, string.Join('\n', differences.Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Facts(CommandPage page) => page.Syntax.SelectMany(set => set.ParameterNames
        .Select(name => (Name: name, Facts: page.Parameters.First(p => p.Name == name).In(set.Name)!))
        .Select(p => Line(page.Name, set.Name, p.Name, p.Facts.Type, p.Facts.Required, p.Facts.Position, p.Facts.PipelineInput, p.Facts.Aliases, p.Facts.AcceptedValues))
        .Prepend($"{page.Name} [{set.Name}]"));

    private static IEnumerable<string> Facts(CommandInfo command) => command.ParameterSets.SelectMany(set => set.Parameters
        .Where(p => !Common.Contains(p.Name))
        .Select(p => Line(
            command.Name,
            set.Name,
            p.Name,
            (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType).Name,
            p.IsMandatory,
            p.Position < 0 ? "Named" : p.Position.ToString(CultureInfo.InvariantCulture),
            PipelineInput(p),
            p.Aliases,
            AcceptedValues(p)))
        .Prepend($"{command.Name} [{set.Name}]"));

    private static string Line(
        string command, string set, string name, string type, bool required, string position, string pipeline, IEnumerable<string> aliases, IEnumerable<string> accepted) =>
        $"{command} [{set}] -{name} <{type}> required={required} position={position} pipeline={pipeline} " +
        $"aliases={string.Join(',', aliases.Order(StringComparer.Ordinal))} accepted={string.Join(',', accepted)}";

    private static string PipelineInput(CommandParameterInfo parameter) => (parameter.ValueFromPipelineByPropertyName, parameter.ValueFromPipeline) switch
    {
        (true, true) => "True (ByPropertyName, ByValue)",
        (true, false) => "True (ByPropertyName)",
        (false, true) => "True (ByValue)",
        _ => "False",
    };

    private static IEnumerable<string> AcceptedValues(CommandParameterInfo parameter)
    {
        ValidateSetAttribute? set = parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault();
        Type type = parameter.ParameterType.IsArray ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return set is not null ? set.ValidValues : type.IsEnum ? Enum.GetNames(type) : [];
    }
}
