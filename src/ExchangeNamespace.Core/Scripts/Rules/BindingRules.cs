using System.Collections.Generic;
using ExchangeNamespace.Catalog;

namespace ExchangeNamespace.Scripts.Rules;

/// <summary>Gives the arguments of a command to parameters, and judges what came of it.</summary>
internal static class BindingRules
{
    public static void Check(FindingSink sink, ScriptCommand command, CmdletEntry cmdlet, HashSet<string> unchecked_)
    {
        bool isBroken = sink.IsBroken(command.Span);
        CommandBinding binding = new(command, cmdlet) { IsComplete = !isBroken && !sink.HasStrayBacktick(command.Span) };
        ParameterNames names = new(sink, cmdlet, unchecked_);
        for (int i = 0; i < command.Arguments.Count; i++)
        {
            ScriptArgument argument = command.Arguments[i];
            if (argument.IsSplat)
            {
                binding.IsComplete = false;
            }
            else if (argument.Parameter is null)
            {
                binding.Loose.Add(argument.Value!);
            }
            else
            {
                i = BindNamed(sink, binding, names.Resolve(command, argument), i);
            }
        }

        if (isBroken)
        {
            return;
        }

        UnquotedNames.Check(sink, binding);
        ValueRules.Check(sink, binding);
        AuthenticationRules.Check(sink, binding);
        if (binding.IsComplete)
        {
            SetRules.Check(sink, binding);
        }
    }

    /// <summary>The index of the last argument that belongs to the parameter.</summary>
    private static int BindNamed(FindingSink sink, CommandBinding binding, ParameterNames.Meaning match, int index)
    {
        IReadOnlyList<ScriptArgument> arguments = binding.Command.Arguments;
        ScriptArgument argument = arguments[index];
        ScriptValue? value = argument.Value;
        if (value is null && !match.IsSwitch && index + 1 < arguments.Count
            && arguments[index + 1] is { Parameter: null, IsSplat: false } next)
        {
            value = next.Value;
            index++;
        }

        if (!match.IsKnown)
        {
            binding.IsComplete = false;
            return index;
        }

        if (value is null && !match.IsSwitch && binding.IsComplete)
        {
            sink.Error(ScriptFindingCodes.ParameterValueMissing, argument.Span, argument.Parameter!, $"-{argument.Parameter} has no value.",
                "Give one, or leave the parameter out.");
            binding.IsComplete = false;
        }

        if (match.Parameter is { } parameter)
        {
            if (binding.Named.ContainsKey(parameter))
            {
                sink.Error(ScriptFindingCodes.ParameterTwice, argument.Span, parameter.Name, $"-{parameter.Name} is given twice.",
                    "Keep one.");
            }

            binding.Named[parameter] = value;
        }

        return index;
    }
}
